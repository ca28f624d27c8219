import type { AreaEntry } from "../api/types.js";

/** A name that may stand on the map. */
export interface LabelCandidate {
  readonly code: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Width of the area on screen, in pixels. */
  readonly room: number;
  readonly width: number;
  readonly always: boolean;
}

const HEIGHT = 16;
const GAP = 6;

/**
 * Chooses names that do not overlap: the selected area first, then the widest areas. A name stands only where its area
 * gives it most of the room it needs, so that the map stays a map.
 */
export function chooseLabels(candidates: readonly LabelCandidate[], limit: number): LabelCandidate[] {
  const order = [...candidates].sort((a, b) => Number(b.always) - Number(a.always) || b.room - a.room || a.code.localeCompare(b.code));
  const chosen: LabelCandidate[] = [];
  for (const one of order) {
    if (chosen.length >= limit) break;
    if (!one.always && one.room < one.width * 0.85) continue;
    if (!chosen.some((other) => overlap(one, other))) chosen.push(one);
  }
  return chosen;
}

function overlap(a: LabelCandidate, b: LabelCandidate): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 + GAP && Math.abs(a.y - b.y) < HEIGHT + GAP;
}

/** What sets an area apart: that it is selected, and how far its name stands below its centre, in pixels. */
export interface Marked {
  readonly selected: string | null;
  readonly drop: (code: string) => number;
}

type Project = (point: [number, number]) => { x: number; y: number };

/** Names of areas as plain elements above the map: no font is fetched, and print and screen show the same letters. */
export class LabelLayer {
  private readonly pen = document.createElement("canvas").getContext("2d");
  private readonly widths = new Map<string, number>();
  private shown: { readonly element: HTMLElement; readonly centre: [number, number]; readonly drop: number }[] = [];

  constructor(private readonly host: HTMLElement) {
    host.setAttribute("aria-hidden", "true");
  }

  /** Chooses anew which names to show; done when the map has come to rest. */
  choose(areas: readonly AreaEntry[], marked: Marked, project: Project, size: { width: number; height: number }): void {
    const visible = areas.flatMap((area) => this.candidate(area, marked, project, size));
    const chosen = chooseLabels(visible, Math.max(8, Math.round((size.width * size.height) / 22_000)));
    const centres = new Map(areas.map((area) => [area.code, area.center]));
    this.shown = chosen.map((label) => {
      const element = document.createElement("span");
      element.textContent = label.text;
      element.className = label.always ? "map-label map-label-selected" : "map-label";
      return { element, drop: marked.drop(label.code), centre: [...(centres.get(label.code) ?? [0, 0])] as [number, number] };
    });
    this.host.replaceChildren(...this.shown.map((label) => label.element));
    this.place(project);
  }

  /** The names shown now and their places on screen. */
  names(project: Project): { text: string; x: number; y: number }[] {
    return this.shown.map(({ element, centre, drop }) => {
      const { x, y } = project(centre);
      return { text: element.textContent, x, y: y + drop };
    });
  }

  /** Moves the names along with the map. */
  place(project: Project): void {
    for (const { element, centre, drop } of this.shown) {
      const { x, y } = project(centre);
      element.style.transform = `translate(${x.toFixed(1)}px, ${(y + drop).toFixed(1)}px) translate(-50%, -50%)`;
    }
  }

  private candidate(area: AreaEntry, { selected, drop }: Marked, project: Project, size: { width: number; height: number }): LabelCandidate[] {
    if (!area.center || !area.bbox) return [];
    const { x, y: centre } = project([...area.center]);
    const y = centre + drop(area.code);
    if (x < 0 || y < 0 || x > size.width || y > size.height) return [];
    const [west, south, east] = area.bbox;
    const room = project([east, south]).x - project([west, south]).x;
    return [{ code: area.code, text: area.name, x, y, room, width: this.widthOf(area.name), always: area.code === selected }];
  }

  private widthOf(text: string): number {
    const known = this.widths.get(text);
    if (known !== undefined) return known;
    if (this.pen) this.pen.font = "600 12px system-ui, sans-serif";
    const width = this.pen?.measureText(text).width ?? text.length * 7;
    this.widths.set(text, width);
    return width;
  }
}
