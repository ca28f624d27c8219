/**
 * What may leave the house. A {@link org.sozialradar.disclosure.PublishedTable} is the only form in
 * which values reach an answer, a tile, an export or a page, and only a {@link
 * org.sozialradar.disclosure.DisclosureRule} makes one.
 *
 * <p>The rule for official figures: their publisher has already decided what is secret, so tables
 * are published as they are, every value with its status, missing ones with their reason. Nothing
 * is filled in and nothing that was kept secret is computed back: a result that needs a secret
 * value is missing. Results of surveys get a rule of their own (minimum number of respondents,
 * suppression that cannot be undone, precision); the rule for official figures must not be used for
 * them.
 *
 * <p>Pure computation. Imports {@code dataset}, {@code area}, {@code indicator}, {@code survey},
 * {@code estimation}, {@code composite}; never {@code survey.microdata}, a store, or anything of
 * HTTP.
 */
package org.sozialradar.disclosure;
