import type { Lang } from "../api/types.js";
import { LOCALES } from "./numbers.js";

type Precision = "day" | "month" | "year";

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** "2023-12-31" → "31.12.2023" or "31 Dec 2023"; "2021-02" → "Februar 2021"; "2021" → "2021". Other text stays as it is. */
export function formatDate(text: string, lang: Lang, precision?: Precision): string {
  const match = DATE.exec(text);
  if (!match) return text;
  const [, year = "", month, day] = match;
  const known: Precision = day ? "day" : month ? "month" : "year";
  const shown = coarser(precision ?? known, known);
  if (shown === "year") return year;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  return new Intl.DateTimeFormat(LOCALES[lang], { ...options(shown, lang), timeZone: "UTC" }).format(date);
}

/** One or more dates, as the server joins those of several data sets: "2021-12-31; 2023" → "31.12.2021; 2023". */
export const formatDates = (text: string, lang: Lang): string => text.split("; ").map((one) => formatDate(one, lang)).join("; ");

/** A date is never shown more exactly than it is known. */
function coarser(a: Precision, b: Precision): Precision {
  if (a === "year" || b === "year") return "year";
  return a === "month" || b === "month" ? "month" : "day";
}

function options(shown: "day" | "month", lang: Lang): Intl.DateTimeFormatOptions {
  if (shown === "month") return { month: "long", year: "numeric" };
  if (lang === "de") return { day: "2-digit", month: "2-digit", year: "numeric" };
  return { day: "numeric", month: "short", year: "numeric" };
}

/** A period as people say it: a year, or a day of reference. */
export function formatPeriod(period: string, lang: Lang): string {
  return formatDate(period, lang);
}

/** An instant such as an import time, in the visitor's own time zone. */
export function formatInstant(instant: string, lang: Lang): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: "medium", timeStyle: "short" }).format(date);
}

/** The day in the visitor's own time zone, as 2026-11-22. */
export function today(now = new Date()): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
