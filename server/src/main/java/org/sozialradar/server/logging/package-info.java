/**
 * How lines of the log are written. What is logged is decided where it happens.
 *
 * <p>Of the server it imports only {@code config}.
 */
package org.sozialradar.server.logging;
