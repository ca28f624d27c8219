/**
 * The two languages of the product and the bundles of texts that the server and its commands speak,
 * and how they get into pages.
 *
 * <p>Imports no other package of the server.
 */
package org.sozialradar.server.text;
