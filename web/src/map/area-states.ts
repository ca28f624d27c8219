import { AREA_PARTS, MARK_PARTS, POINT_PARTS, UNTOLD, changedParts, stateOf, type AreaState, type StateInput } from "./area-state.js";
import { AREAS, MARKS, pointsLayer, tilesHavePoints, type Structure } from "./style.js";

type Joined = StateInput & { readonly structure: Pick<Structure, "areas"> };

/** As much of the map as takes in states. */
export interface StateTaker {
  setFeatureState(target: { readonly source: string; readonly sourceLayer: string; readonly id: string }, state: object): unknown;
}

/** Joins values to areas by feature-state: no tile is fetched, and the map is told only what is new of an area. One instance per map. */
export class AreaStates {
  private readonly told = new Map<string, AreaState>();
  /** What the states were last made from. */
  private previous: Joined | null = null;

  /** A new style knows of no area. */
  forget(): void {
    this.told.clear();
    this.previous = null;
  }

  apply(input: Joined, map: StateTaker): void {
    const { level } = input.structure.areas;
    const points = tilesHavePoints(input.structure.areas);
    for (const code of this.codesToApply(input)) {
      const before = this.told.get(code) ?? UNTOLD;
      const after = stateOf(code, input);
      const tell = (source: string, sourceLayer: string, parts: readonly (keyof AreaState)[]): void => {
        const changed = changedParts(before, after, parts);
        if (changed) map.setFeatureState({ source, sourceLayer, id: code }, changed);
      };
      tell(AREAS, level, AREA_PARTS);
      tell(MARKS, level, MARK_PARTS);
      if (points) tell(AREAS, pointsLayer(level), POINT_PARTS);
      this.told.set(code, after);
    }
  }

  /** All areas when values, colours or highlight change; else only those that lose or gain the pointer or the selection. */
  private codesToApply(input: Joined): Set<string> {
    const { previous } = this;
    this.previous = input;
    const marked = [previous?.hovered, previous?.selected, input.hovered, input.selected].filter((code) => code != null);
    const same = (["looks", "colours", "theme", "highlight", "chosen", "faded"] as const).every((part) => previous?.[part] === input[part]);
    return same ? new Set(marked) : new Set([...this.told.keys(), ...input.looks.keys(), ...marked]);
  }
}
