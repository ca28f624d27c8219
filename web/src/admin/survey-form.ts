import type { ReadyQuestionnaire } from "./types.js";

/** Value of the choice of an own questionnaire; no questionnaire has an id like that. */
export const OWN = "-";

/** What a person chose for a wave. */
export interface Choice {
  /** The ready-made questionnaire; null: an own one. */
  readonly ready: Pick<ReadyQuestionnaire, "id" | "file" | "text"> | null;
  readonly own: File | null;
  readonly answers: File | null;
  readonly wave: string;
  readonly margins: readonly File[];
  readonly postcodes: File | null;
  /** Whether a wave that was deleted may come back. */
  readonly afterDeletion: boolean;
}

export const NOTHING_CHOSEN: Choice = { ready: null, own: null, answers: null, wave: "", margins: [], postcodes: null, afterDeletion: false };

const WAVE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Fields that are wrong, by the id of the field, in the order of the form; the server checks the rest. */
export function wrongWith(choice: Choice): Partial<Record<string, "needed" | "wave">> {
  return {
    ...(choice.ready === null && choice.own === null ? { "survey-questionnaire": "needed" as const } : {}),
    ...(choice.answers === null ? { "survey-answers": "needed" as const } : {}),
    ...(WAVE.test(choice.wave.trim()) ? {} : { "survey-wave": "wave" as const }),
  };
}

/** The form as the server takes it: each file under the name of its field, with the name that it has. */
export function formOf(choice: Choice): FormData {
  const form = new FormData();
  if (choice.ready) form.append("questionnaire", new Blob([choice.ready.text], { type: "application/yaml" }), choice.ready.file);
  else if (choice.own) form.append("questionnaire", choice.own);
  if (choice.answers) form.append("answers", choice.answers);
  for (const margin of choice.margins) form.append("margins", margin);
  if (choice.postcodes) form.append("postcodes", choice.postcodes);
  return form;
}
