/**
 * Areas of an incident: their geometry with buffers in metres, which areas they touch and how much
 * of each lies inside, and how many people live there, with an honest range.
 *
 * <p>Pure: imports only {@code area}, {@code layer} and, of published values, {@code indicator} and
 * {@code disclosure}; no file, store, clock or HTTP, and never {@code survey.microdata}.
 */
package org.sozialradar.incident;
