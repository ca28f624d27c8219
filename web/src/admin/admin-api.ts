import { RequestFailure, requestJson, type Answered, type Asking } from "../api/client.js";
import { at } from "../api/root.js";
import type { Contact } from "../api/place-types.js";
import type { Measure } from "../api/social-types.js";
import type { Catalog, Lang, WeightSet } from "../api/types.js";
import { releasesIn, type Release } from "../data/release.js";
import type { NamedQuestion } from "../state/weight-file.js";
import type { Reason } from "./release-draft.js";
import type { Job, JobBrief, ReadyQuestionnaire, Revision, Role, WaveDeletion, Waves } from "./types.js";

/** Paths of the admin port as the page asks for them. */
export const adminPaths = {
  jobs: at("/api/admin/imports"),
  surveys: at("/api/admin/surveys"),
  questionnaires: at("/api/admin/questionnaires"),
  measures: at("/api/admin/measures"),
  measure: (id: string): string => `${adminPaths.measures}/${encodeURIComponent(id)}`,
  catalog: at("/api/admin/catalog"),
  weightSets: at("/api/admin/weight-sets"),
  weightSet: (id: string): string => `${adminPaths.weightSets}/${encodeURIComponent(id)}`,
  contacts: at("/api/admin/contacts"),
  contact: (id: string): string => `${adminPaths.contacts}/${encodeURIComponent(id)}`,
  revisions: at("/api/admin/revisions"),
  restoration: (revision: number): string => `${adminPaths.revisions}/${revision}/restoration`,
  releases: at("/api/admin/releases"),
  withdrawal: (id: string, { de, en }: Reason): string => `${adminPaths.releases}/${encodeURIComponent(id)}?${new URLSearchParams({ reasonDe: de, reasonEn: en }).toString()}`,
  job: (id: string): string => `${adminPaths.jobs}/${encodeURIComponent(id)}`,
  importSurvey: (wave: string, afterDeletion: boolean, dryRun: boolean): string =>
    `${adminPaths.surveys}?${new URLSearchParams({ wave, ...(afterDeletion ? { afterDeletion: "true" } : {}), dryRun: String(dryRun) }).toString()}`,
  estimate: (dryRun: boolean): string => at(`/api/admin/estimates?dryRun=${String(dryRun)}`),
  index: (dryRun: boolean): string => at(`/api/admin/indices?dryRun=${String(dryRun)}`),
  importPackage: (dryRun: boolean): string => `${adminPaths.jobs}?dryRun=${String(dryRun)}`,
  wave: (survey: string, wave: string, confirm: boolean): string =>
    `${adminPaths.surveys}/${encodeURIComponent(survey)}/waves/${encodeURIComponent(wave)}${confirm ? "?confirm=true" : ""}`,
};

/** What is sent: a form with files, or one file as it is. */
export interface Upload {
  readonly path: string;
  readonly body: FormData | Blob;
}

/** A header field holds no other characters; everything else is no token anyway. */
const SENDABLE = /^[\x21-\x7e]+$/;

const roleOf = (answered: Answered): Role => (answered.headers.get("Radar-Role") === "admin" ? "admin" : "editor");

/**
 * The admin port with a token, which stays in this object: in no storage, no address and no cookie. Each request
 * names it in a header field that no other page can make a browser send.
 */
export class AdminApi {
  readonly #token: string;
  readonly #lang: () => Lang;
  #role: Role = "editor";
  #refused: (failure: RequestFailure) => void = () => undefined;

  private constructor(token: string, lang: () => Lang) {
    this.#token = token;
    this.#lang = lang;
  }

  /** Tries a token. Rejects with RequestFailure if it is not good. */
  static async signIn(token: string, lang: () => Lang): Promise<AdminApi> {
    if (!SENDABLE.test(token)) throw new RequestFailure("refused", 401, "", "/problems/token-refused");
    const api = new AdminApi(token, lang);
    api.#role = roleOf(await api.#ask(adminPaths.jobs));
    return api;
  }

  get role(): Role {
    return this.#role;
  }

  /** Hears when the token is refused later on, as when it was revoked or expired. */
  onRefused(listener: (failure: RequestFailure) => void): void {
    this.#refused = listener;
  }

  async jobs(): Promise<readonly JobBrief[]> {
    return ((await this.#ask(adminPaths.jobs)).body as { jobs: readonly JobBrief[] }).jobs;
  }

  async job(id: string): Promise<Job> {
    return (await this.#ask(adminPaths.job(id))).body as Job;
  }

  async waves(): Promise<Waves> {
    return (await this.#ask(adminPaths.surveys)).body as Waves;
  }

  async questionnaires(): Promise<readonly ReadyQuestionnaire[]> {
    return ((await this.#ask(adminPaths.questionnaires)).body as { questionnaires: readonly ReadyQuestionnaire[] }).questionnaires;
  }

  async measures(): Promise<readonly Measure[]> {
    return ((await this.#ask(adminPaths.measures)).body as { measures: readonly Measure[] }).measures;
  }

  /** Records a measure, or changes the one of this id. */
  async saveMeasure(id: string, measure: unknown): Promise<void> {
    await this.#ask(adminPaths.measure(id), { method: "PUT", body: JSON.stringify(measure), headers: { "Content-Type": "application/json" } });
  }

  async deleteMeasure(id: string): Promise<void> {
    await this.#ask(adminPaths.measure(id), { method: "DELETE" });
  }

  async contacts(): Promise<readonly Contact[]> {
    return ((await this.#ask(adminPaths.contacts)).body as { contacts: readonly Contact[] }).contacts;
  }

  /** Records a contact, or changes the one of this id. */
  async saveContact(id: string, contact: unknown): Promise<void> {
    await this.#ask(adminPaths.contact(id), { method: "PUT", body: JSON.stringify(contact), headers: { "Content-Type": "application/json" } });
  }

  async deleteContact(id: string): Promise<void> {
    await this.#ask(adminPaths.contact(id), { method: "DELETE" });
  }

  async catalog(): Promise<Catalog> {
    return (await this.#ask(adminPaths.catalog)).body as Catalog;
  }

  async weightSets(): Promise<readonly WeightSet[]> {
    return ((await this.#ask(adminPaths.weightSets)).body as { weightSets: readonly WeightSet[] }).weightSets;
  }

  /** Stores a weight set under the id that its question has; the same question again gets the new name. */
  async addWeightSet({ name, request }: NamedQuestion): Promise<WeightSet> {
    return (await this.#ask(adminPaths.weightSets, { method: "POST", body: JSON.stringify({ name, request }), headers: { "Content-Type": "application/json" } })).body as WeightSet;
  }

  /** Gives a stored one another name. */
  async saveWeightSet({ id, name, request }: WeightSet): Promise<void> {
    await this.#ask(adminPaths.weightSet(id), { method: "PUT", body: JSON.stringify({ name, request }), headers: { "Content-Type": "application/json" } });
  }

  async deleteWeightSet(id: string): Promise<void> {
    await this.#ask(adminPaths.weightSet(id), { method: "DELETE" });
  }

  async revisions(): Promise<readonly Revision[]> {
    return ((await this.#ask(adminPaths.revisions)).body as { revisions: readonly Revision[] }).revisions;
  }

  /** Makes a new revision of an older one, as a job. */
  async restore(revision: number): Promise<Job> {
    return (await this.#ask(adminPaths.restoration(revision), { method: "POST" })).body as Job;
  }

  async releases(): Promise<readonly Release[]> {
    return releasesIn((await this.#ask(adminPaths.releases)).body);
  }

  /** Freezes what is published, as a job. */
  async createRelease(release: unknown): Promise<Job> {
    return (await this.#ask(adminPaths.releases, { method: "POST", body: JSON.stringify(release), headers: { "Content-Type": "application/json" } })).body as Job;
  }

  async withdrawRelease(id: string, reason: Reason): Promise<void> {
    await this.#ask(adminPaths.withdrawal(id, reason), { method: "DELETE" });
  }

  /** Sends files; what is done with them goes on as a job. */
  async send({ path, body }: Upload): Promise<Job> {
    return (await this.#ask(path, { method: "POST", body })).body as Job;
  }

  /** What would go with a wave; deletes nothing. */
  async whatRestsOn(survey: string, wave: string): Promise<WaveDeletion> {
    return (await this.#ask(adminPaths.wave(survey, wave, false), { method: "DELETE" })).body as WaveDeletion;
  }

  /** Deletes a wave, as a job. */
  async deleteWave(survey: string, wave: string): Promise<Job> {
    return (await this.#ask(adminPaths.wave(survey, wave, true), { method: "DELETE" })).body as Job;
  }

  async #ask(path: string, asking: Asking = {}): Promise<Answered> {
    const headers = { ...asking.headers, Authorization: `Bearer ${this.#token}` };
    try {
      return await requestJson(path, this.#lang(), { ...asking, headers, cache: "no-store", credentials: "omit" });
    } catch (error) {
      if (error instanceof RequestFailure && error.status === 401) this.#refused(error);
      throw error;
    }
  }
}

/** A failed request as such; anything else is a fault of the page and goes on. */
export function failureOf(error: unknown): RequestFailure {
  if (error instanceof RequestFailure) return error;
  throw error;
}
