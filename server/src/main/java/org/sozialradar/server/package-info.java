/**
 * The command line and the wiring of the server.
 *
 * <p>Each resource has a package of its own below this one. Those packages do not import this one.
 */
package org.sozialradar.server;
