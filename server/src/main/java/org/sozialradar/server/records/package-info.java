/**
 * Records of one kind, as an office saves and deletes them: weights, incidents, contacts, measures.
 *
 * <p>Of the server it imports only {@code http}; what a record says is the matter of who keeps it.
 */
package org.sozialradar.server.records;
