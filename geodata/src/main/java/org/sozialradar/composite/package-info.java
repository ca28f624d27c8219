/**
 * Composite indices after the handbook of OECD and JRC (2008): several indicators become dimensions
 * and one score per area, with the uncertainty of the ranks that follow from it.
 *
 * <p>{@link org.sozialradar.composite.CompositeIndex} says how an index is made, {@link
 * org.sozialradar.composite.IndexInput} holds what it is made from, {@link
 * org.sozialradar.composite.CompositeIndex#compute} makes the {@link
 * org.sozialradar.composite.IndexResult}, and {@link org.sozialradar.composite.RankDraws#simulate}
 * says how certain ranks are. Ranks leave this package only with their intervals.
 *
 * <p>Pure computation: no file, network, clock, store or HTTP, no random number without a seed.
 * Imports only {@code dataset}, {@code area} and {@code indicator}. Input is what may be published:
 * a value whose status says that it is withheld is dropped on entry.
 */
package org.sozialradar.composite;
