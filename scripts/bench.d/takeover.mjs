// How long after the commit of an import a running server answers with the new revision.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { radar, startServer, stop } from './processes.mjs';

const PAUSE = 5; // milliseconds
const LONGEST = 600_000;

// `imports`: argument lists of radar, run one after another. Answers the seconds of each.
export async function takeover(cluster, name, options, imports, heap) {
  const server = await startServer(options[1], { heap, options: options.slice(2) });
  const revisions = openRevisions(cluster, name);
  try {
    await until(async () => (await served(server)) === (await revisions.newest()), 'the server begins');
    const seconds = [];
    for (const one of imports) {
      seconds.push(await measure(server, revisions, one, heap));
    }
    return seconds;
  } finally {
    revisions.close();
    await stop(server.child);
  }
}

async function measure(server, revisions, one, heap) {
  const next = (await revisions.newest()) + 1;
  const [seconds] = await Promise.all([watch(server, revisions, next), radar(one, heap)]);
  return seconds;
}

async function watch(server, revisions, next) {
  await until(async () => (await revisions.newest()) >= next, 'the import is stored');
  const committed = performance.now();
  await until(async () => (await served(server)) >= next, 'the server takes it over');
  return (performance.now() - committed) / 1000;
}

async function served(server) {
  const answer = await fetch(`${server.base}/api/catalog`);
  if (!answer.ok) throw new Error(`/api/catalog answered ${answer.status}`);
  return (await answer.json()).revision;
}

// One session of psql that is asked again and again.
function openRevisions(cluster, name) {
  const child = spawn(
    path.join(cluster.bin, 'psql'),
    ['-X', '-q', '-A', '-t', '-h', cluster.socket, '-p', cluster.port, '-U', 'postgres', '-d', name],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout });
  return {
    async newest() {
      child.stdin.write('SELECT max(revision_number) FROM radar.revision;\n');
      const [line] = await once(lines, 'line');
      return Number(line);
    },
    close: () => child.stdin.end(),
  };
}

async function until(condition, what) {
  const began = performance.now();
  while (!(await condition())) {
    if (performance.now() - began > LONGEST) throw new Error(`not in ten minutes: ${what}`);
    await pause(PAUSE);
  }
}
