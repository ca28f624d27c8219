/**
 * Who may do what: roles, tokens and where they are kept, the check of a request's token, and the
 * slowing down of those who guess.
 *
 * <p>Of the server it imports only {@code config}, {@code http} and {@code text}.
 */
package org.sozialradar.server.access;
