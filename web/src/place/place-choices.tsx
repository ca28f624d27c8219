import { useEffect, useState } from "preact/hooks";
import type { AreaEntry } from "../api/types.js";
import { editionOf, levelOf } from "../app/model.js";
import { inPage } from "../view/links.js";
import type { Props } from "../view/props.js";
import { placeWords } from "./words.js";

interface LevelAreas {
  readonly level: string;
  readonly areas: readonly AreaEntry[];
}

/** Which place: by name in a list, with the search above, or on the map. */
export function PlaceChoices(props: Props) {
  const { model, radar, t } = props;
  const p = placeWords(t.lang);
  const all = useAreas(props);
  const chosen = model.portrait.value?.code === model.state.area ? model.portrait.value : null;
  const choose = (key: string): void => {
    const [level, code] = key.split(" ");
    const area = all.find((one) => one.level === level)?.areas.find((one) => one.code === code);
    if (area) radar.find(area);
  };
  return (
    <form class="place-choices" onSubmit={(event) => { event.preventDefault(); }}>
      <label for="place-area">{p("choose.label")}</label>
      <select id="place-area" value={chosen ? `${chosen.level} ${chosen.code}` : ""} onChange={({ currentTarget }) => { choose(currentTarget.value); }}>
        <option value="" disabled>
          {p("choose.none")}
        </option>
        {all.map(({ level, areas }) => {
          const known = levelOf(model.catalog, level);
          return (
            <optgroup key={level} label={known ? t.pair(known.plural) : level}>
              {areas.map((one) => (
                <option key={one.code} value={`${level} ${one.code}`}>
                  {one.name}
                </option>
              ))}
            </optgroup>
          );
        })}
      </select>
      <a href={radar.addressOf({ view: "map" })} onClick={inPage(() => { radar.go({ view: "map" }); })}>
        {p("choose.map")}
      </a>
    </form>
  );
}

/** Towns before groups and districts, each by name; a level that cannot be read is left out. */
function useAreas({ model, radar, t }: Props): readonly LevelAreas[] {
  const [found, setFound] = useState<readonly LevelAreas[]>([]);
  const { edition } = model.state;
  const key = (editionOf(model)?.levels ?? []).map((one) => one.level).filter((one) => one !== "state").join(" ");
  useEffect(() => {
    let wanted = true;
    const read = async (level: string): Promise<LevelAreas> => ({ level, areas: await radar.api.areas(edition, level).catch(() => []) });
    void Promise.all(key.split(" ").filter(Boolean).map(read)).then((all) => { if (wanted) setFound(all.filter((one) => one.areas.length > 0)); });
    return () => { wanted = false; };
  }, [edition, key, radar]);
  const rank = (id: string): number => (id === "municipality" ? 0 : 1 + (levelOf(model.catalog, id)?.rank ?? 0));
  const words = new Intl.Collator(t.lang);
  return [...found].sort((a, b) => rank(a.level) - rank(b.level)).map(({ level, areas }) => ({ level, areas: [...areas].sort((a, b) => words.compare(a.name, b.name)) }));
}
