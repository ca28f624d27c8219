// Scenarios on all areas, timed inside Java by a class among the tests of geodata.
import { timedInJava } from './timed.mjs';

export async function measure() {
  const { rows, load } = timedInJava('estimation.ScenarioBenchmark');
  return `## Scenarios

All areas with ten changed covariates: effects with intervals, contributions, and means of all districts and the whole from 1000 joint draws, warm, without HTTP
and JSON. Goal: 418 areas under 50 ms, 11299 under 500 ms. Best and worst of five runs in one process on one thread,
and its least processor time: what a reader waits on an idle machine. Other processes kept the machine at a load of ${load} before.

| areas | result | best | worst | processor time |
|---|---|---|---|---|
${rows}`;
}
