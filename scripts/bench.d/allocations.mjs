// The exact search for limited resources at the size of a state, timed inside Java by a class among the tests of geodata.
import { timedInJava } from './timed.mjs';

export async function measure() {
  const { rows, load } = timedInJava('allocation.AllocationBenchmark');
  return `## Limited resources

418 areas in 16 districts, as many as Saxony has: the best allocation with the price of each rule and 100 draws, without HTTP and JSON. Goal: under 10 s with proof
or the gap that remains. One run each after another in one process on one thread, and its processor time: what a reader waits on an idle machine.
Limits of work end a search; the guard of time was set aside. Other processes kept the machine at a load of ${load} before.

| question | measured | processor time | gap | largest gap of a rule's price |
|---|---|---|---|---|
${rows}`;
}
