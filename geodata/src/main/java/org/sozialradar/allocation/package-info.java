/**
 * Limited resources: where teams, generators or pallets of sandbags cover most of a demand. {@link
 * org.sozialradar.allocation.AllocationQuestion} says what is there and which rules hold, {@link
 * org.sozialradar.allocation.Allocation#of} makes the {@link
 * org.sozialradar.allocation.AllocationResult}.
 *
 * <p>Without a radius this is a knapsack problem with several kinds of items; with one it is the
 * maximal covering location problem (Church and ReVelle, The maximal covering location problem,
 * Papers of the Regional Science Association 32, 1974), with capacities where they are given. Both
 * are solved as mixed-integer programs by ojAlgo; the gap that remains is a proven one.
 *
 * <p>Pure computation: the same question gives the same answer unless a limit of time ends the
 * search. Imports only {@code area}; never a store, a file or {@code survey.microdata}. An area
 * whose demand is not known does not belong into a question.
 */
package org.sozialradar.allocation;
