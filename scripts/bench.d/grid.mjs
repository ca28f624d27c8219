// A population grid of the size of Germany, timed inside Java by a class among the tests of geodata.
import { timedInJava } from './timed.mjs';

export async function measure() {
  const { rows, load } = timedInJava('ingest.grid.GridBenchmark');
  return `## Population grid

An invented grid with as many inhabited cells of 100 m as Germany has (3.1 million, a CSV of 155 MB) in the layout of the Zensus 2022. Processor time is that of the
thread, heap what is held afterwards. Other processes kept the machine at a load of ${load} before.

| step | measured | processor time | heap held |
|---|---|---|---|
${rows}`;
}
