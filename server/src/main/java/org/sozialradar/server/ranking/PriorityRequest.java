package org.sozialradar.server.ranking;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.sozialradar.composite.IndexIndicator.Direction;
import org.sozialradar.priority.Criterion;
import org.sozialradar.priority.PriorityMethod;
import org.sozialradar.priority.PriorityQuestion;
import org.sozialradar.priority.Role;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.JsonRequest;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;

/**
 * What somebody asks about priorities, with what he left out filled in where it does not depend on
 * the data.
 *
 * @param level id of the level
 * @param edition id of the edition; empty for the default
 * @param within level of areas that hold those asked for, or {@code codes}; empty for all
 * @param codes codes of the areas, or of the one that holds them
 * @param peers {@code size} with a class of size, or {@code district}; empty for no filter
 * @param size class of size, such as {@code 5000-19999}
 * @param criteria criteria with their periods
 * @param method how scores are made
 * @param top k; 0 for what the number of areas suggests
 */
public record PriorityRequest(
    String level,
    String edition,
    String within,
    List<String> codes,
    String peers,
    String size,
    List<Asked> criteria,
    PriorityMethod method,
    int draws,
    long seed,
    int top) {
  private static final Set<String> FIELDS =
      Set.of(
          "level",
          "edition",
          "within",
          "peers",
          "criteria",
          "method",
          "exponents",
          "draws",
          "seed",
          "top");
  private static final Set<String> AMONG =
      Set.of("criteria", "method", "exponents", "draws", "seed", "top");
  private static final Set<String> CRITERION =
      Set.of("indicator", "period", "role", "direction", "weight");
  private static final List<String> ROLES = Arrays.stream(Role.values()).map(Role::label).toList();
  private static final List<String> DIRECTIONS = List.of("raises", "lowers");
  private static final List<String> METHODS =
      List.of("two-axes", "weighted-sum", "topsis", "product");
  private static final int MOST_CODES = 20_000;
  private static final double MOST_WEIGHT = 1e6;
  private static final int ID_BYTES = 6;
  static final String CODES = "codes";
  static final String DISTRICT = "district";

  /**
   * A criterion.
   *
   * @param period its period; empty for the newest
   */
  public record Asked(String period, Criterion criterion) {
    public String indicator() {
      return criterion.id();
    }
  }

  public PriorityRequest {
    codes = List.copyOf(codes);
    criteria = List.copyOf(criteria);
  }

  /**
   * Reads a question.
   *
   * @throws ProblemException naming the field that does not fit
   */
  public static PriorityRequest of(JsonRequest json) {
    return of(json, "", "");
  }

  /**
   * Reads a question that is part of another one: what is empty there may be said here, and what is
   * said there need not be said again.
   *
   * @param level level of the other question; empty if it has none
   * @param edition edition of the other question; empty if it has none
   * @throws ProblemException naming the field that does not fit
   */
  public static PriorityRequest of(JsonRequest json, String level, String edition) {
    json.requireKnown(FIELDS).requireSame("level", level).requireSame("edition", edition);
    var within = json.findObject("within");
    String kind = within.map(one -> onlyName(one)).orElse("");
    var codes =
        within
            .map(one -> kind.equals(CODES) ? one.texts(CODES, MOST_CODES) : List.of(one.text(kind)))
            .orElse(List.of());
    var peers = json.findObject("peers").map(one -> one.requireKnown(Set.of("size", DISTRICT)));
    String size = peers.flatMap(one -> one.findText("size")).orElse("");
    boolean district = peers.map(one -> one.flag(DISTRICT)).orElse(false);
    return of(
        json,
        level.isEmpty() ? json.text("level") : level,
        json.findText("edition").orElse(edition),
        kind,
        codes,
        size.isEmpty() ? district ? DISTRICT : "" : "size",
        size);
  }

  /**
   * Reads a question about areas that are already chosen: criteria and method without level,
   * edition, areas and peers.
   *
   * @param codes codes of the areas
   * @throws ProblemException naming the field that does not fit
   */
  public static PriorityRequest among(
      JsonRequest json, String level, String edition, List<String> codes) {
    json.requireKnown(AMONG);
    return of(json, level, edition, CODES, codes, "", "");
  }

  private static PriorityRequest of(
      JsonRequest json,
      String level,
      String edition,
      String within,
      List<String> codes,
      String peers,
      String size) {
    return new PriorityRequest(
        level,
        edition,
        within,
        codes,
        peers,
        size,
        criteria(json),
        method(json),
        json.findInteger("draws", PriorityQuestion.FEWEST_DRAWS, PriorityQuestion.MOST_DRAWS)
            .orElse((long) PriorityQuestion.FEWEST_DRAWS)
            .intValue(),
        json.findInteger("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(1L),
        json.findInteger("top", 1, MOST_CODES).orElse(0L).intValue());
  }

  private static String onlyName(JsonRequest within) {
    var names = within.names();
    if (names.size() != 1) {
      throw ProblemException.ofParameter(ProblemType.BAD_FIELD, "within", "district, state, codes");
    }
    return names.get(0);
  }

  private static List<Asked> criteria(JsonRequest json) {
    var asked =
        json.objects("criteria", PriorityQuestion.MOST_CRITERIA).stream()
            .map(PriorityRequest::criterion)
            .toList();
    if (asked.isEmpty()) {
      throw ProblemException.ofParameter(ProblemType.MISSING_FIELD, json.place("criteria"));
    }
    var ids = new HashSet<String>();
    for (var one : asked) {
      if (!ids.add(one.indicator())) {
        throw ProblemException.of(ProblemType.CRITERION_TWICE, one.indicator());
      }
    }
    return asked;
  }

  private static Asked criterion(JsonRequest json) {
    json.requireKnown(CRITERION);
    var role = Role.valueOf(json.oneOf("role", ROLES).toUpperCase(Locale.ROOT));
    String usual = role == Role.NEED || role == Role.HAZARD ? "raises" : "lowers";
    String direction = json.findOneOf("direction", DIRECTIONS).orElse(usual);
    double weight = json.findNumber("weight", 0, MOST_WEIGHT).orElse(1.0);
    return new Asked(
        json.findText("period").orElse(""),
        new Criterion(
            json.text("indicator"),
            role,
            Direction.valueOf(direction.toUpperCase(Locale.ROOT)),
            weight));
  }

  private static PriorityMethod method(JsonRequest json) {
    var exponents =
        json.findObject("exponents").map(one -> one.requireKnown(Set.of("a", "b", "c", "kappa")));
    var standard = PriorityMethod.Product.STANDARD;
    var product =
        exponents
            .map(
                one ->
                    new PriorityMethod.Product(
                        exponent(one, "a", standard.a()),
                        exponent(one, "b", standard.b()),
                        exponent(one, "c", standard.c()),
                        one.findNumber("kappa", 0, PriorityMethod.Product.MOST_KAPPA)
                            .orElse(standard.kappa())))
            .orElse(standard);
    return switch (json.findOneOf("method", METHODS).orElse("two-axes")) {
      case "weighted-sum" -> new PriorityMethod.WeightedSum();
      case "topsis" -> new PriorityMethod.Topsis();
      case "product" -> product;
      default -> new PriorityMethod.TwoAxes();
    };
  }

  private static double exponent(JsonRequest json, String name, double otherwise) {
    return json.findNumber(name, 0, PriorityMethod.Product.MOST_EXPONENT).orElse(otherwise);
  }

  /** The request with all that was left out, in one fixed form. */
  public Map<String, Object> canonical() {
    var map = new LinkedHashMap<String, Object>();
    map.put("level", level);
    put(map, "edition", edition);
    if (!within.isEmpty()) {
      boolean many = within.equals(CODES);
      map.put(
          "within",
          Map.of(within, many ? codes.stream().sorted().distinct().toList() : codes.get(0)));
    }
    if (!peers.isEmpty()) {
      map.put("peers", size.isEmpty() ? Map.of(DISTRICT, true) : Map.of("size", size));
    }
    map.put("criteria", criteria.stream().map(PriorityRequest::canonical).toList());
    map.put("method", method.id());
    if (method instanceof PriorityMethod.Product formula) {
      var exponents = new LinkedHashMap<String, Object>();
      exponents.put("a", formula.a());
      exponents.put("b", formula.b());
      exponents.put("c", formula.c());
      exponents.put("kappa", formula.kappa());
      map.put("exponents", exponents);
    }
    map.put("draws", draws);
    map.put("seed", seed);
    if (top > 0) {
      map.put("top", top);
    }
    return map;
  }

  private static Map<String, Object> canonical(Asked asked) {
    var map = new LinkedHashMap<String, Object>();
    map.put("indicator", asked.indicator());
    put(map, "period", asked.period());
    map.put("role", asked.criterion().role().label());
    map.put("direction", asked.criterion().direction().name().toLowerCase(Locale.ROOT));
    map.put("weight", asked.criterion().weight());
    return map;
  }

  private static void put(Map<String, Object> map, String name, String text) {
    if (!text.isEmpty()) {
      map.put(name, text);
    }
  }

  /** The canonical form as JSON. */
  public String json() {
    try {
      return Json.MAPPER.writeValueAsString(canonical());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a request cannot be written as JSON", impossible);
    }
  }

  /** Twelve digits that name the request: the same for the same question. */
  public String id() {
    return HexFormat.of().formatHex(DigestUtils.sha256(json()), 0, ID_BYTES);
  }
}
