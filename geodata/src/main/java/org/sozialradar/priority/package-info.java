/**
 * Priorities of areas: from published values and weights that somebody chose to an order with its
 * uncertainty. {@link org.sozialradar.priority.PriorityQuestion} says what is asked, {@link
 * org.sozialradar.priority.PriorityInput} holds the values, {@link
 * org.sozialradar.priority.Prioritisation#of} makes the {@link
 * org.sozialradar.priority.PriorityResult}.
 *
 * <p>Pure computation: the same question, input and seed give the same numbers. Imports only {@code
 * area}, {@code indicator}, {@code composite} and {@code disclosure}; never a store, a file, the
 * clock or {@code survey.microdata}. Input is what may be published: a value that is withheld is
 * not there, and an area without one is named, not ranked.
 */
package org.sozialradar.priority;
