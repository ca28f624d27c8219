/**
 * What may leave the house. A {@link org.sozialradar.disclosure.PublishedTable} is the only form in
 * which values reach an answer, a tile, an export or a page, and only a {@link
 * org.sozialradar.disclosure.DisclosureRule} makes one.
 *
 * <p>The rule for official figures: their publisher has already decided what is secret, so tables
 * are published as they are, every value with its status, missing ones with their reason. Nothing
 * is filled in and nothing that was kept secret is computed back: a result that needs a secret
 * value is missing.
 *
 * <p>Results of surveys pass a {@link org.sozialradar.disclosure.SurveyRelease} before they are
 * stored: {@link org.sozialradar.disclosure.ReleaseCells} says who belongs to which cells, {@link
 * org.sozialradar.disclosure.CellSuppression} suppresses until the {@link
 * org.sozialradar.disclosure.SuppressionAudit} passes, under the thresholds of a {@link
 * org.sozialradar.disclosure.SurveyRule}. What comes out is a {@link
 * org.sozialradar.disclosure.ReleasedTable}. Areas of somebody's own choice get values only by
 * {@link org.sozialradar.disclosure.PublishedAggregate}.
 *
 * <p>Pure computation. Imports {@code dataset}, {@code area}, {@code indicator}, {@code survey},
 * {@code estimation}, {@code composite}; never {@code survey.microdata}, a store, or anything of
 * HTTP.
 */
package org.sozialradar.disclosure;
