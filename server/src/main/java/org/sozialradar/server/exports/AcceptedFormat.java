package org.sozialradar.server.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sozialradar.export.feature.FeatureFormat;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.Query;

/**
 * What is written where the address names no format: the bare file of the media type that the
 * client likes best, or the package of GeoJSON where it likes all alike or wants an archive.
 */
final class AcceptedFormat {
  private static final String FORMAT = "format";
  private static final String FORM = "form";
  private static final String DESCRIPTION = "application/json";
  private static final String ARCHIVE = "application/zip";

  private AcceptedFormat() {}

  /**
   * The query with format and form; empty if what can be exported is to be described.
   *
   * @throws ProblemException if the client likes nothing that could be given
   */
  static Optional<Query> of(Query query) {
    if (query.find(FORMAT).isPresent()) {
      return Optional.of(query);
    }
    String type = query.negotiate(offered(query));
    if (type.equals(DESCRIPTION)) {
      query.findOneOf("lang", List.of("de", "en")); // It is in both, but refused as for files.
      return Optional.empty();
    }
    var format = List.of(FeatureFormat.values()).stream().filter(one -> type(one).equals(type));
    return Optional.of(
        format
            .findFirst()
            .map(one -> query.with(FORMAT, one.id()).with(FORM, "file"))
            .orElseGet(() -> query.with(FORMAT, FeatureFormat.GEOJSON.id()).with(FORM, "package")));
  }

  /** What could be given, the usual first. */
  private static List<String> offered(Query query) {
    var types = new ArrayList<String>();
    if (query.isEmpty()) {
      types.add(DESCRIPTION);
    }
    String form = query.findOneOf(FORM, List.of("package", "file")).orElse("");
    if (!form.equals("file")) {
      types.add(ARCHIVE);
    }
    if (!form.equals("package")) {
      List.of(FeatureFormat.values()).forEach(one -> types.add(type(one)));
    }
    return types;
  }

  private static String type(FeatureFormat format) {
    return format.mediaType().split(";", 2)[0];
  }
}
