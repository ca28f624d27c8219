package org.sozialradar.server.features;

import java.util.List;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.Query;

/** Reads parameters that name a coordinate system by its address. */
public final class CoordinateSystems {
  private CoordinateSystems() {}

  /**
   * The system that a parameter names, CRS84 without it.
   *
   * @throws ProblemException if it is none of those that are known; the problem names them
   */
  public static ReferenceSystem of(Query query, String parameter) {
    String uri = query.find(parameter).orElse(ReferenceSystem.CRS84.uri());
    return ReferenceSystem.find(uri).orElseThrow(() -> Query.bad(parameter, uri, known()));
  }

  private static String known() {
    return String.join(
        ", ", List.of(ReferenceSystem.values()).stream().map(ReferenceSystem::uri).toList());
  }
}
