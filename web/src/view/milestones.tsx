import type { Milestone, TextPair } from "../api/types.js";
import { formatDate } from "../format/dates.js";
import type { Translator } from "../texts/texts.js";
import { MilestoneMark } from "./legend.js";

interface ListProps {
  readonly t: Translator;
  readonly milestones: readonly Milestone[];
  /** The area that they are listed for; milestones of areas that it grew out of name their own. */
  readonly of: string;
  readonly kinds: Readonly<Record<string, TextPair>>;
}

/** When a milestone was: a date by which something was known is never shown as the day on which it happened. */
export function milestoneDate({ date, precision, means }: Milestone, t: Translator): string {
  const shown = formatDate(date, t.lang, precision);
  return means === "happened" ? shown : t("milestone.knownBy", { date: shown });
}

export function kindName(kind: string, kinds: ListProps["kinds"], t: Translator): string {
  const pair = kinds[kind];
  return pair ? t.pair(pair) : kind;
}

/** Latest first; dates that are known only roughly stand after the exact ones of the same year. */
export function newestFirst(milestones: readonly Milestone[]): Milestone[] {
  return [...milestones].sort((a, b) => b.date.slice(0, 4).localeCompare(a.date.slice(0, 4)) || b.date.localeCompare(a.date) || a.name.localeCompare(b.name, "de"));
}

export const yearOf = ({ date }: Milestone): number => Number(date.slice(0, 4));

/** Every year from the first milestone to the last, those without any among them. */
export function yearsOf(milestones: readonly Milestone[]): number[] {
  const years = milestones.map(yearOf);
  const first = Math.min(...years);
  return years.length === 0 ? [] : Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => first + i);
}

/** Those that had happened, or were known of, by the end of a year; all without one. */
export function countedUntil(milestones: readonly Milestone[], year: number | null): readonly Milestone[] {
  return year === null ? milestones : milestones.filter((one) => yearOf(one) <= year);
}

/** The way that towns go, from the first talk on. */
const STEPS = ["participation", "consultation", "preliminary_agreement", "cooperation_agreement", "council_resolution", "council_founded", "council_active", "working_group", "security_analysis", "coaching"];

/** The kinds of milestones in the order of the way that towns go, then those that are no step of it. */
export function kindsInOrder(milestones: readonly Milestone[]): string[] {
  const place = (kind: string): number => (STEPS.indexOf(kind) + STEPS.length + 1) % (STEPS.length + 1);
  return [...new Set(milestones.map((one) => one.kind))].sort((a, b) => place(a) - place(b) || a.localeCompare(b));
}

export function MilestoneList({ t, milestones, of, kinds }: ListProps) {
  return (
    <ul class="milestones">
      {newestFirst(milestones).map((one) => (
        <li key={`${one.code} ${one.kind} ${one.date}`}>
          <MilestoneMark means={one.means} />
          <div>
            <b>{kindName(one.kind, kinds, t)}</b>
            {one.code !== of && <span class="note">{one.name}</span>}
            <span class="milestone-date">{milestoneDate(one, t)}</span>
            {one.note !== null && one.note !== "" && <span class="note">{one.note}</span>}
            <span class="note">{t("milestone.source", { source: one.source })}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}
