package org.sozialradar.server.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of problem that the server answers with (RFC 9457), each with its status code. Titles
 * and details stand in {@code problems_*.properties}.
 */
public enum ProblemType {
  BAD_REQUEST(400),
  BAD_PARAMETER(400),
  MISSING_PARAMETER(400),
  UNKNOWN_PARAMETER(400),
  REPEATED_PARAMETER(400),
  OUT_OF_RANGE(400),
  TOO_MANY_ROWS(400),
  BODY_UNREADABLE(400),
  UNKNOWN_FIELD(400),
  MISSING_FIELD(400),
  BAD_FIELD(400),
  FIELD_OUT_OF_RANGE(400),
  FIELD_TOO_LONG(400),
  CRITERION_TWICE(400),
  CRITERION_CONSTANT(400),
  WEIGHTS_ZERO(400),
  AXIS_MISSING(400),
  TOO_MANY_MISSING(400),
  TOO_FEW_AREAS(400),
  FIRST_OUT_OF_RANGE(400),
  TOO_MANY_DRAWS(400),
  NOT_ONE_FIELD(400),
  FIELD_TWICE(400),
  EMPTY_SELECTION(400),
  POLYGON_CROSSES(400),
  POLYGON_TOO_LARGE(400),
  EMPTY_AREA(400),
  AREA_CROSSES(400),
  AREA_TOO_COMPLEX(400),
  UNKNOWN_CRS(400),
  GEOMETRY_ELSEWHERE(400),
  BUFFER_NEEDED(400),
  BUFFER_TOO_WIDE(400),
  INCIDENTS_DIFFER(400),
  TOO_MANY_BOUNDARIES(400),
  AREA_FILE(400),
  NOT_MODELLED(400),
  NO_COVARIATE(400),
  AREA_NOT_MODELLED(400),
  RULES_CONTRADICT(400),
  ALLOCATION_UNFIT(400),
  FILTER_REFUSED(400),
  EXPORT_REFUSED(400),
  UPLOAD_UNREADABLE(400),
  UPLOAD_CUT_OFF(400),
  UPLOAD_NAME(400),
  UPLOAD_FIELDS(400),
  TOKEN_NEEDED(401),
  TOKEN_REFUSED(401),
  ROLE_TOO_WEAK(403),
  FIGURES_REFUSED(403),
  UNKNOWN_ADDRESS(404),
  UNKNOWN_LAYER(404),
  UNKNOWN_EDITION(404),
  UNKNOWN_REVISION(404),
  UNKNOWN_LEVEL(404),
  UNKNOWN_INDICATOR(404),
  UNKNOWN_AREA(404),
  UNKNOWN_RESULT(404),
  UNKNOWN_JOB(404),
  UNKNOWN_WAVE(404),
  UNKNOWN_WEIGHT_SET(404),
  UNKNOWN_MEASURE(404),
  UNKNOWN_CONTACT(404),
  UNKNOWN_FEATURE(404),
  UNKNOWN_INCIDENT(404),
  UNKNOWN_COLLECTION(404),
  UNKNOWN_ITEM(404),
  UNKNOWN_TILE_MATRIX_SET(404),
  UNKNOWN_RELEASE(404),
  UNKNOWN_RELEASE_FILE(404),
  NO_VALUES(404),
  METHOD_NOT_ALLOWED(405),
  ONLY_POST(405),
  NOT_ACCEPTABLE(406),
  TOO_MANY_RECORDS(409),
  RECORDS_TOO_LONG(409),
  RELEASE_EXISTS(409),
  RELEASE_OUTRUN(409),
  RELEASE_WITHDRAWN(410),
  BODY_TOO_LARGE(413),
  ADDRESS_TOO_LONG(414),
  UPLOAD_KIND(415),
  RANGE_OUTSIDE(416),
  TOO_MANY_ATTEMPTS(429),
  TOO_MANY_REQUESTS(429),
  HEADERS_TOO_LARGE(431),
  INTERNAL(500),
  RELEASE_DAMAGED(500),
  RELEASE_FOLDER(500),
  STORE_UNAVAILABLE(503),
  OVERLOADED(503),
  IMPORTS_BUSY(503),
  EXPORTS_BUSY(503),
  REVISION_NOT_YET(503),
  STARTING(503),
  STOPPING(503),
  TIMED_OUT(503);

  private final int status;

  ProblemType(int status) {
    this.status = status;
  }

  /** Status code of HTTP. */
  public int status() {
    return status;
  }

  /** The kind with a name such as {@code unknown-layer}. */
  static Optional<ProblemType> find(String slug) {
    return List.of(values()).stream().filter(type -> type.slug().equals(slug)).findAny();
  }

  /** Name in addresses and bundles, such as {@code unknown-layer}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What {@code type} of the problem details says, relative to the server's root. */
  public String address() {
    return "/problems/" + slug();
  }
}
