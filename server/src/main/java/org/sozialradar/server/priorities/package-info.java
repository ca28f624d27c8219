/**
 * Priorities of areas for whoever asks, and stored sets of weights; nothing of a question is stored
 * unless an office saves it. What an order is, is in {@code ranking}.
 *
 * <p>Of the server it imports only {@code http}, {@code ranking} and {@code records}, and {@code
 * snapshot} for the revision.
 */
package org.sozialradar.server.priorities;
