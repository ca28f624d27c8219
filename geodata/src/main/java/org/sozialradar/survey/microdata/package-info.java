/**
 * The answers of single respondents: what nobody outside may ever see. Only {@code survey}, {@code
 * ingest}, {@code publication}, its own store and the wiring may import this package; no resource,
 * tile or export does. Nothing here prints what it holds: {@code toString} tells sizes only.
 *
 * <p>Pure. Imports {@code area}, {@code indicator} and {@code survey}.
 */
package org.sozialradar.survey.microdata;
