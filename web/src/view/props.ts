import type { Model } from "../app/model.js";
import type { Radar } from "../app/radar.js";
import type { Translator } from "../texts/texts.js";

/** What every part of the page gets: the model to show, the words to say it in, and where to send what a person does. */
export interface Props {
  readonly model: Model;
  readonly radar: Radar;
  readonly t: Translator;
}
