/**
 * The catalogue in the words of DCAT-AP.de 3.0, as JSON-LD with its context inside: one data set
 * for each indicator and level and for each context layer.
 *
 * <p>Source: DCAT-AP.de Spezifikation 3.0, GovData, and its Konventionenhandbuch; vocabularies of
 * the Publications Office of the European Union. Of the server it imports only {@code config},
 * {@code features}, {@code http} and {@code snapshot}.
 */
package org.sozialradar.server.catalog.dcat;
