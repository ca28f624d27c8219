package org.sozialradar.export.feature;

import org.sozialradar.dataset.LocalizedText;

/**
 * How the values of an indicator were made, in a few words.
 *
 * @param indicator its id
 * @param kind {@code official}, {@code formula}, {@code survey}, {@code model} or {@code index}
 * @param text what was done
 * @param document address where more is said; empty if nowhere
 */
public record ExportMethod(String indicator, String kind, LocalizedText text, String document) {}
