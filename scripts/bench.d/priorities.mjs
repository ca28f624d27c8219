// Priorities with their uncertainty, timed inside Java by a class among the tests of geodata.
import { timedInJava } from './timed.mjs';

export async function measure() {
  const { rows, load } = timedInJava('priority.PriorityBenchmark');
  return `## Priorities

1000 draws of four criteria, one of them predicted by a model whose errors share five parts, with ranks, intervals, pairs, influences and the other methods,
with a heap of 1 GB. Goal: 418 areas under 300 ms, 11299 under 5 s. Best and worst of three runs in one process,
and the least processor time of all threads: on two idle cores half of it is what a reader waits. Other processes kept the machine at a load of ${load} before.

| areas | method | best | worst | processor time |
|---|---|---|---|---|
${rows}`;
}
