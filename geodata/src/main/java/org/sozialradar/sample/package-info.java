/**
 * The sample that comes with the product: real boundaries of Saxony and milestones of the network,
 * and indicators and a survey that are invented.
 *
 * <p>Its data packages are resources, imported like any other data package ({@link
 * org.sozialradar.sample.BundledSample}). {@link org.sozialradar.sample.SampleGenerator} makes
 * their files. The invented values come from a seed, the surface and position of the areas and the
 * kind of town alone: no statistics of real places go into them. Imports {@code dataset}, {@code
 * area} and, to read boundaries, {@code ingest}; never a store.
 */
package org.sozialradar.sample;
