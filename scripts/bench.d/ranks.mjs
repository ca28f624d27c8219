// The uncertainty of the ranks of an index, timed inside Java by a class among the tests of geodata.
import { timedInJava } from './timed.mjs';

export async function measure() {
  const { rows } = timedInJava('composite.RankBenchmark');
  return `## Ranks of an index

1000 draws of an index with 20 indicators in four dimensions on 11299 areas, over three normalisations, two means, weights, one indicator left out and
the sampling errors of some indicators, with a heap of 1 GB. Goal: < 20 s on 2 cores, so less than 40 s of processor time. Where the first column of
times is far above half the second, the machine was busy with other things.

| indicators with sampling errors | measured | processor time of all threads |
|---|---|---|
${rows}`;
}
