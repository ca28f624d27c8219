/**
 * Releases: states of published values that were frozen under an id such as {@code 2026.1}, so that
 * they can be cited, until they are withdrawn. Their records, the folder that keeps their files,
 * and how they are cited.
 *
 * <p>Imports only {@code dataset} and {@code file}. A release knows neither areas nor values: what
 * its files hold is a matter of who makes them.
 */
package org.sozialradar.release;
