import { useEffect, useState } from "preact/hooks";
import type { AreaEntry, CatalogLayer } from "../api/types.js";
import { editionOf, levelOf } from "../app/model.js";
import type { Props } from "../view/props.js";
import { socialWords } from "./words.js";

/** Which town, group of towns or district, and what of its facilities is on the map. */
export function SocialChoices(props: Props) {
  const { t } = props;
  const p = socialWords(t.lang);
  return (
    <form class="choices" onSubmit={(event) => { event.preventDefault(); }}>
      <p class="note">{p("social.intro")}</p>
      <AreaChoice {...props} />
      <Facilities {...props} />
    </form>
  );
}

interface LevelAreas {
  readonly level: string;
  readonly areas: readonly AreaEntry[];
}

/** The areas of all levels of the edition, groups before districts before towns; those that cannot be read are left out. */
function useAreas({ model, radar }: Props): readonly LevelAreas[] {
  const [found, setFound] = useState<readonly LevelAreas[]>([]);
  const { edition } = model.state;
  const levels = (editionOf(model)?.levels ?? []).map((one) => one.level).filter((one) => one !== "state");
  const key = levels.join(" ");
  useEffect(() => {
    let wanted = true;
    const read = async (level: string): Promise<LevelAreas> => ({ level, areas: await radar.api.areas(edition, level).catch(() => []) });
    void Promise.all(key.split(" ").filter(Boolean).map(read)).then((all) => { if (wanted) setFound(all.filter((one) => one.areas.length > 0)); });
    return () => { wanted = false; };
  }, [edition, key, radar]);
  const rank = (id: string): number => {
    const level = levelOf(model.catalog, id);
    return (level?.group ? 0 : 1000) + (level?.rank ?? 0);
  };
  return [...found].sort((a, b) => rank(a.level) - rank(b.level));
}

function AreaChoice(props: Props) {
  const { model, radar, t } = props;
  const p = socialWords(t.lang);
  const all = useAreas(props);
  const words = new Intl.Collator(t.lang);
  const byName = (areas: readonly AreaEntry[]): AreaEntry[] => [...areas].sort((a, b) => words.compare(a.name, b.name));
  const choose = (key: string): void => {
    const [level, code] = key.split(" ");
    const area = all.find((one) => one.level === level)?.areas.find((one) => one.code === code);
    if (area) radar.find(area);
  };
  const chosen = model.social.value?.code === model.state.area ? model.social.value : null;
  return (
    <div class="field">
      <label for="social-area">{p("social.area")}</label>
      <select id="social-area" value={chosen ? `${chosen.level} ${chosen.code}` : ""} onChange={({ currentTarget }) => { choose(currentTarget.value); }}>
        <option value="" disabled>
          {p("social.area.none")}
        </option>
        {all.map(({ level, areas }) => {
          const known = levelOf(model.catalog, level);
          return (
            <optgroup key={level} label={known ? t.pair(known.plural) : level}>
              {byName(areas).map((one) => (
                <option key={one.code} value={`${level} ${one.code}`}>
                  {one.name}
                </option>
              ))}
            </optgroup>
          );
        })}
      </select>
      <p class="note">{p("social.area.note")}</p>
    </div>
  );
}

/** Context layers with facilities, switched on and off like on the map. */
function Facilities({ model, radar, t }: Props) {
  const p = socialWords(t.lang);
  const layers = model.catalog.layers.filter((one) => one.role === "facility");
  if (layers.length === 0) return null;
  const toggle = ({ id }: CatalogLayer, on: boolean): void => {
    const others = model.state.layers.filter((one) => one !== id);
    radar.go({ layers: on ? [...others, id] : others });
  };
  return (
    <fieldset class="field social-layers">
      <legend>{p("social.onMap")}</legend>
      {layers.map((one) => (
        <label key={one.id} class="toggle">
          <input type="checkbox" checked={model.state.layers.includes(one.id)} onChange={({ currentTarget }) => { toggle(one, currentTarget.checked); }} />
          <span>{t.pair(one.title)}</span>
        </label>
      ))}
    </fieldset>
  );
}
