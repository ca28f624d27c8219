package org.sozialradar.server.http;

/**
 * What decides about a request before it is worked on.
 *
 * @param gate says who may pass
 * @param clients tells whom a request comes from
 * @param rate bounds what is costly
 * @param crossOrigin says whose pages may read
 */
public record Entrance(Gate gate, Clients clients, RateLimit rate, CrossOrigin crossOrigin) {}
