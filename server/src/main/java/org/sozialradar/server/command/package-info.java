/**
 * The command line: {@code check}, {@code import} and {@code serve}, their options, messages,
 * progress and exit codes.
 *
 * <p>Of the server it imports only {@code access}, {@code config}, {@code logging} and {@code
 * text}; what serves is handed in by the wiring.
 */
package org.sozialradar.server.command;
