package org.sozialradar.ingest.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.sozialradar.area.AreaCode;
import org.sozialradar.composite.CompositeIndex;
import org.sozialradar.composite.IndexDimension;
import org.sozialradar.composite.IndexIndicator;
import org.sozialradar.composite.InvalidIndexException;
import org.sozialradar.composite.Normalisation;
import org.sozialradar.composite.OutlierTreatment;
import org.sozialradar.composite.UncertaintyPlan;
import org.sozialradar.composite.WeightScheme;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.JsonPlace;
import org.sozialradar.ingest.definition.IndexDocument.DimensionEntry;
import org.sozialradar.ingest.definition.IndexDocument.Treatment;
import org.sozialradar.publication.IndexDefinition;
import org.sozialradar.publication.IndexFaults;

/**
 * Reads an index; its form is told in {@code index.schema.json} in the resources and in {@code
 * docs/models.md}.
 */
public final class IndexFile {
  private static final String EQUAL = "equal";
  private static final String COMPONENT = "principal-component";
  private static final double HIGH = 100;

  private final byte[] yaml;
  private final String file;
  private final IndexDocument document;

  private IndexFile(byte[] yaml, String file) {
    this.yaml = yaml;
    this.file = file;
    document = DefinitionReader.read(yaml, file, IndexDocument.class);
  }

  /**
   * Reads the file.
   *
   * @throws InputRejectedException with line and path, if it cannot be read or is not right
   */
  public static IndexDefinition read(Path path) {
    return read(DefinitionBytes.of(path), path.getFileName().toString());
  }

  /**
   * Reads an index from memory.
   *
   * @param file name for messages
   * @throws InputRejectedException with line and path, if it is not right
   */
  public static IndexDefinition read(byte[] yaml, String file) {
    return new IndexFile(yaml, file).definition();
  }

  private IndexDefinition definition() {
    var uncertainty = document.uncertainty();
    return new IndexDefinition(
        wording(),
        Optional.ofNullable(document.source())
            .map(
                one ->
                    new IndexDefinition.Source(one.publisher(), one.licence(), one.attribution())),
        new IndexDefinition.Extent(
            document.level(), document.edition(), period(document.period(), List.of("period"))),
        composite(),
        periods(),
        at(
            List.of("uncertainty", "draws"),
            () -> UncertaintyPlan.standard(uncertainty.draws(), uncertainty.seed())),
        uncertainty.first(),
        peers(),
        DigestUtils.sha256Hex(yaml));
  }

  private IndexDefinition.Wording wording() {
    var titles = new HashMap<String, LocalizedText>();
    document.dimensions().forEach((id, dimension) -> titles.put(id, dimension.title()));
    return new IndexDefinition.Wording(
        document.title(), document.description(), document.theme(), document.polarity(), titles);
  }

  private CompositeIndex composite() {
    var dimensions = new ArrayList<IndexDimension>();
    document.dimensions().forEach((id, entry) -> dimensions.add(dimension(id, entry)));
    var weights = weights(document.weights(), List.of("weights"));
    var outliers = at(List.of("outliers"), this::outliers);
    var normalisation = at(List.of("normalisation"), this::normalisation);
    return at(
        List.of(),
        () ->
            new CompositeIndex(
                document.id(),
                dimensions,
                weights,
                outliers,
                normalisation,
                document.aggregation().within(),
                document.aggregation().across()));
  }

  private IndexDimension dimension(String id, DimensionEntry entry) {
    var path = List.of("dimensions", id);
    var weights = weights(entry.weights(), List.of("dimensions", id, "weights"));
    var indicators =
        entry.indicators().stream()
            .map(one -> new IndexIndicator(one.indicator(), one.direction()))
            .toList();
    return at(path, () -> new IndexDimension(id, indicators, weights));
  }

  private WeightScheme weights(JsonNode node, List<String> path) {
    if (node == null || (node.isTextual() && node.asText().equals(EQUAL))) {
      return new WeightScheme.Equal();
    }
    if (node.isObject() && node.size() == 1 && node.path(COMPONENT).isTextual()) {
      return new WeightScheme.PrincipalComponent(node.path(COMPONENT).asText());
    }
    var weights = new LinkedHashMap<String, Double>();
    node.properties().forEach(one -> weights.put(one.getKey(), one.getValue().asDouble()));
    boolean numbers = true;
    for (var one : node) {
      numbers &= one.isNumber();
    }
    if (!node.isObject() || !numbers) {
      throw invalid(
          path,
          new LocalizedText(
              "Gewichte sind „equal“, eine Zahl für jeden Teil, oder „principal-component“ mit"
                  + " einem Anker",
              "weights are 'equal', a number for each part, or 'principal-component' with an"
                  + " anchor"));
    }
    return new WeightScheme.Given(weights);
  }

  private OutlierTreatment outliers() {
    var entry = document.outliers();
    return entry.method() == Treatment.NONE
        ? OutlierTreatment.none()
        : new OutlierTreatment(entry.skewness(), entry.kurtosis(), entry.mostPoints());
  }

  private Normalisation normalisation() {
    var entry = document.normalisation();
    double least = document.aggregation().isGeometric() ? Normalisation.GEOMETRIC_LOW : 0;
    double low = entry.low() == null ? least : entry.low();
    double high = entry.high() == null ? HIGH : entry.high();
    return switch (entry.method()) {
      case MIN_MAX -> new Normalisation.MinMax(low, high);
      case Z_SCORE -> new Normalisation.ZScore();
      case PERCENTILE_RANK -> new Normalisation.PercentileRank(low, high);
      case GOALPOSTS -> new Normalisation.Goalposts(posts(entry.posts()), low, high);
    };
  }

  private static Map<String, Normalisation.Goalposts.Ends> posts(Map<String, List<Double>> given) {
    var posts = new HashMap<String, Normalisation.Goalposts.Ends>();
    given.forEach(
        (id, ends) -> posts.put(id, new Normalisation.Goalposts.Ends(ends.get(0), ends.get(1))));
    return posts;
  }

  private Map<String, ReferencePeriod> periods() {
    var periods = new HashMap<String, ReferencePeriod>();
    document
        .dimensions()
        .forEach(
            (id, dimension) -> {
              for (int i = 0; i < dimension.indicators().size(); i++) {
                var one = dimension.indicators().get(i);
                if (one.period() != null) {
                  var path = List.of("dimensions", id, "indicators", Integer.toString(i), "period");
                  periods.put(one.indicator(), period(one.period(), path));
                }
              }
            });
    return periods;
  }

  private IndexDefinition.Peers peers() {
    var peers = document.peers();
    var lists = new HashMap<String, List<AreaCode>>();
    peers
        .lists()
        .forEach((name, codes) -> lists.put(name, codes.stream().map(AreaCode::new).toList()));
    return new IndexDefinition.Peers(
        Optional.ofNullable(peers.size())
            .map(size -> new IndexDefinition.Size(size.indicator(), size.from())),
        Optional.ofNullable(peers.within()),
        lists);
  }

  private ReferencePeriod period(String text, List<String> path) {
    try {
      return new ReferencePeriod(text);
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw invalid(
          path,
          new LocalizedText(
              "„" + text + "“ ist kein Jahr und kein Tag", "'" + text + "' is no year and no day"));
    }
  }

  private interface Making<T> {
    T make();
  }

  /** Makes a part of the index; what is wrong with it stands at the path or below. */
  private <T> T at(List<String> path, Making<T> making) {
    try {
      return making.make();
    } catch (InvalidIndexException e) {
      var steps = new ArrayList<>(path);
      switch (e.code()) {
        case "weights-sum", "weights-unfit", "anchor-unknown" -> steps.add("weights");
        case "scale-not-positive" -> steps.add("normalisation");
        case "indicator-twice" -> steps.add(path.isEmpty() ? "dimensions" : "indicators");
        default -> {}
      }
      throw invalid(steps, IndexFaults.text(e));
    }
  }

  private InputRejectedException invalid(List<String> path, LocalizedText text) {
    return DefinitionReader.invalid(new JsonPlace(path), text, yaml, file);
  }
}
