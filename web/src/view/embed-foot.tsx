import { at } from "../api/root.js";
import type { Props } from "./props.js";

/** Under a view in a frame: whose it is, and the way to all of it. */
export function EmbedFoot({ model, radar, t }: Props) {
  return (
    <footer class="embed-foot">
      <a href={at(`/${radar.addressOf({})}`)} target="_blank" rel="noopener">
        {t("embed.whole", { title: t.pair(model.config.title) })}
      </a>
    </footer>
  );
}
