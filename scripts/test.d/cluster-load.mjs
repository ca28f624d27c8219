// Clients that use the map as a page does, each on connections of its own, and check every answer against what the
// revision in its address must hold.
import { Agent } from 'node:https';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ROOT, get } from './cluster-parts.mjs';

const web = createRequire(path.join(ROOT, 'web', 'package.json'));
const { VectorTile } = await import(pathToFileURL(web.resolve('@mapbox/vector-tile')));
const { PbfReader } = await import(pathToFileURL(web.resolve('pbf')));

export const INDICATOR = 'probe';
export const EDITION = '2023';
const PERIOD = '2023';
const TILES = ['8/137/85', '8/138/85', '8/137/86', '9/275/171', '10/550/342'];

// What the import of this number says of a municipality. Districts hold the sums of theirs.
export const valueOf = (code, number) => number * 1_000_000 + (Number(code) % 99_991);
export const vintageOf = (number) => `${2000 + number}-01-01`;

class WrongAnswer extends Error {}

function must(holds, text) {
  if (!holds) throw new WrongAnswer(text);
}

export class Load {
  // `firstRevision` is the one before the first import that is checked: number 0.
  constructor(address, codes, firstRevision) {
    Object.assign(this, { address, codes, firstRevision, answered: 0, failed: [], wrong: [], tags: new Map(), newest: firstRevision, stopped: false });
    this.districts = new Map();
    for (const code of codes) this.districts.set(code.slice(0, 5), [...(this.districts.get(code.slice(0, 5)) ?? []), code]);
  }

  start(clients) {
    this.clients = Array.from({ length: clients }, (_, index) => this.client(index));
    return this;
  }

  async end() {
    this.stopped = true;
    await Promise.all(this.clients);
  }

  // Resolves after that many more answers.
  async rounds(answers) {
    const wanted = this.answered + answers;
    while (this.answered < wanted && this.wrong.length === 0) await pause(10);
  }

  async client(index) {
    const agent = new Agent({ keepAlive: true, maxSockets: 2 });
    const known = [];
    for (let round = index; !this.stopped; round++) {
      try {
        await this.visit(agent, known, round);
      } catch (failure) {
        if (failure instanceof WrongAnswer) this.wrong.push(failure.message);
        else if (!failure.counted) this.wrong.push(`the test itself: ${failure.stack}`);
      }
      await pause(20); // The machine is shared with what is tested.
    }
    agent.destroy();
  }

  // Catalogue, values and tiles of the revision that is announced, then those of the one before it.
  async visit(agent, known, round) {
    const { revision, stamp } = await this.catalogue(agent);
    if (!known.some((one) => one.revision === revision)) known.push({ revision, stamp });
    known.sort((one, other) => other.revision - one.revision).splice(2);
    this.newest = Math.max(this.newest, known[0].revision);
    for (const one of known) {
      await this.values(agent, one, round % 2 ? 'municipality' : 'district');
      await this.tile(agent, `/tiles/${one.revision}/${EDITION}/municipality/${TILES[round % TILES.length]}.mvt?columns=${INDICATOR}&stamp=${one.stamp}`, one.revision);
    }
    const description = JSON.parse((await this.ask(agent, `/tiles/municipality.json?columns=${INDICATOR}`)).body);
    const template = new URL(description.tiles[0].replace('{z}/{x}/{y}', TILES[round % TILES.length]));
    await this.tile(agent, template.pathname + template.search, Number(template.pathname.split('/')[2]));
  }

  async catalogue(agent) {
    const catalogue = JSON.parse((await this.ask(agent, '/api/catalog')).body);
    const number = catalogue.revision - this.firstRevision;
    const { vintage } = catalogue.datasets.find((one) => one.id === INDICATOR);
    must(vintage === vintageOf(number), `catalogue of revision ${catalogue.revision} with vintage ${vintage}`);
    return catalogue;
  }

  async values(agent, { revision, stamp }, level) {
    const address = `/api/revisions/${revision}/indicators/${INDICATOR}/values?level=${level}&edition=${EDITION}&period=${PERIOD}&stamp=${stamp}`;
    const { revision: said, codes, values } = JSON.parse((await this.ask(agent, address)).body);
    must(said === revision, `${address} is of revision ${said}`);
    const areas = level === 'district' ? this.districts.size : this.codes.length;
    must(codes.length === areas && values.length === areas, `${address} holds ${codes.length} areas`);
    codes.forEach((code, index) => must(values[index] === this.expected(code, revision), `${address}: ${values[index]} for ${code}`));
  }

  expected(code, revision) {
    const number = revision - this.firstRevision;
    const parts = code.length === 5 ? this.districts.get(code) : [code];
    return parts.reduce((sum, part) => sum + valueOf(part, number), 0);
  }

  async tile(agent, address, revision) {
    const { layers } = new VectorTile(new PbfReader((await this.ask(agent, address)).body));
    const layer = layers.municipality;
    must(layer?.length > 5, `${address} holds no municipalities`);
    for (let index = 0; index < layer.length; index++) {
      const { code, [INDICATOR]: value } = layer.feature(index).properties;
      must(value === this.expected(code, revision), `${address}: ${value} for ${code}`);
    }
  }

  // Asks again once after a failure, which is counted.
  async ask(agent, address) {
    try {
      return await this.once(agent, address);
    } catch (failure) {
      if (failure instanceof WrongAnswer) throw failure;
      this.failed.push({ address, failure: failure.message, again: false });
    }
    try {
      return await this.once(agent, address);
    } catch (failure) {
      if (failure instanceof WrongAnswer) throw failure;
      this.failed.push({ address, failure: failure.message, again: true });
      throw Object.assign(new Error('failed'), { counted: true });
    }
  }

  async once(agent, address) {
    const answer = await get(this.address + address, { agent });
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body}`);
    this.answered++;
    if (answer.headers['cache-control']?.includes('immutable')) this.sameBytes(address, answer);
    return answer;
  }

  // What is kept for ever has one tag, whichever server answers.
  sameBytes(address, { headers }) {
    const known = this.tags.get(address) ?? headers.etag;
    must(headers.etag && known === headers.etag, `${address} has the tags ${known} and ${headers.etag}`);
    this.tags.set(address, known);
  }
}
