/**
 * Milestones of municipalities in a prevention network, and its totals, as public sources name
 * them. Imports only {@code dataset} and {@code area}.
 */
package org.sozialradar.network;
