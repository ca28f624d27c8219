package org.sozialradar.server.http;

import java.util.Set;

/**
 * An address that deletes something with DELETE.
 *
 * @param path template with {@code {name}} for path parameters
 * @param parameters query parameters that it knows; others are refused
 * @param answering what deletes, and tells of it
 */
public record Deletion(String path, Set<String> parameters, Route.Answering answering) {
  public Deletion {
    parameters = Set.copyOf(parameters);
  }
}
