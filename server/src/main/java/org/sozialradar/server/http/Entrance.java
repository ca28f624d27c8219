package org.sozialradar.server.http;

/**
 * What decides about a request before it is worked on.
 *
 * @param gate says who may pass
 * @param clients tells whom a request comes from
 * @param rate bounds what is costly
 * @param crossOrigin says whose pages may read
 * @param insiders says who may ask for what is not for everybody
 */
public record Entrance(
    Gate gate, Clients clients, RateLimit rate, CrossOrigin crossOrigin, Insiders insiders) {}
