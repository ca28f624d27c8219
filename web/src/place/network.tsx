import type { VNode } from "preact";
import type { Contact, Portrait } from "../api/place-types.js";
import type { AreaDetail, Milestone } from "../api/types.js";
import { inPage } from "../view/links.js";
import { MilestoneList, kindName, milestoneDate } from "../view/milestones.js";
import type { Props } from "../view/props.js";
import type { Translator } from "../texts/texts.js";
import { placeWords } from "./words.js";

/** Milestones of the place on a time line, and as a list with their sources. */
export function Milestones({ model, radar, t, detail }: Props & { readonly detail: AreaDetail | null }) {
  const p = placeWords(t.lang);
  const milestones = detail?.milestones ?? [];
  const kinds = model.network.value?.kinds ?? {};
  const spoken = (one: Milestone): string => `${kindName(one.kind, kinds, t)}, ${milestoneDate(one, t)}`;
  return (
    <>
      {milestones.length === 0 ? (
        <p class="note">{p("milestones.none")}</p>
      ) : (
        <>
          {timeLine(milestones, p("milestones.spoken", { n: milestones.length, list: milestones.map(spoken).join("; ") }))}
          <MilestoneList t={t} milestones={milestones} of={detail?.code ?? ""} kinds={kinds} />
        </>
      )}
      <p class="note">
        {t("milestone.incomplete")}{" "}
        <a class="milestones-more" href={radar.addressOf({ view: "network" })} onClick={inPage(() => { radar.go({ view: "network" }); })}>
          {t("milestone.all")}
        </a>
      </p>
    </>
  );
}

const WIDTH = 330;
const LINE = 14;
const EDGE = 12;
const MOST_TICKS = 7;

const yearOf = (date: string): number => {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return year + (month - 1) / 12 + (day - 1) / 365;
};

/** The years from the first milestone to after the last, and those that are named. */
export function spanOf(milestones: readonly Pick<Milestone, "date">[]): { readonly first: number; readonly last: number; readonly ticks: readonly number[] } {
  const dates = milestones.map((one) => yearOf(one.date));
  const first = Math.floor(Math.min(...dates));
  const last = Math.floor(Math.max(...dates)) + 1;
  const step = Math.ceil((last - first) / MOST_TICKS);
  const ticks = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step);
  return { first, last, ticks };
}

/** Marks on a line of years; a date by which something was known has a mark of its own. */
export function timeLine(milestones: readonly Milestone[], label: string): VNode {
  const { first, last, ticks } = spanOf(milestones);
  const at = (year: number): number => EDGE + ((year - first) / (last - first)) * (WIDTH - 2 * EDGE);
  return (
    <svg class="place-line" viewBox={`0 0 ${WIDTH} 40`} role="img" aria-label={label}>
      <line class="time-tick" x1={EDGE} x2={WIDTH - EDGE} y1={LINE} y2={LINE} />
      {ticks.map((year) => (
        <g key={year}>
          <line class="time-tick" x1={at(year)} x2={at(year)} y1={LINE - 6} y2={LINE + 6} />
          <text class="time-year" x={at(year)} y="36" text-anchor="middle">
            {year}
          </text>
        </g>
      ))}
      {milestones.map((one, i) => {
        const x = at(yearOf(one.date));
        return one.means === "happened" ? (
          <circle key={i} class="place-mark" cx={x} cy={LINE} r="5.5" />
        ) : (
          <path key={i} class="place-mark place-mark-known" d={`M${x} ${LINE - 6.5}l6.5 6.5-6.5 6.5-6.5-6.5z`} />
        );
      })}
    </svg>
  );
}

/** Offices that can be asked; the office fills them in on the page of the administration. */
export function Contacts({ t, portrait }: { readonly t: Translator; readonly portrait: Portrait }) {
  const p = placeWords(t.lang);
  if (portrait.contacts.length === 0) return <p class="note">{p("contacts.none")}</p>;
  return (
    <ul class="place-contacts">
      {portrait.contacts.map((one) => (
        <li key={one.id}>
          <b>{one.office}</b>
          {one.area !== portrait.code && <span class="note"> {p("contacts.of", { area: one.areaName ?? one.area })}</span>}
          {one.address !== null && <address>{one.address}</address>}
          <ContactLink one={one} />
        </li>
      ))}
    </ul>
  );
}

/** Anything but an address of the web is no link, whatever the server says. */
function ContactLink({ one: { link } }: { readonly one: Contact }) {
  if (link === null || !/^https?:\/\//i.test(link)) return null;
  return (
    <a href={link} rel="noopener noreferrer">
      {link.replace(/^https?:\/\//i, "").replace(/\/$/, "")}
    </a>
  );
}
