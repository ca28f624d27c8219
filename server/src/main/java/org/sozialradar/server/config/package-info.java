/**
 * The configuration of the server: one record, read by flag, environment and file, checked before
 * the port opens.
 *
 * <p>Imports no other package of the server.
 */
package org.sozialradar.server.config;
