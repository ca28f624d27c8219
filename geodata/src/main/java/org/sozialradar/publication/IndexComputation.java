package org.sozialradar.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.sozialradar.area.AreaCode;
import org.sozialradar.composite.IndexIndicator;
import org.sozialradar.composite.IndexInput;
import org.sozialradar.composite.IndexResult;
import org.sozialradar.composite.InvalidIndexException;
import org.sozialradar.composite.PeerGroup;
import org.sozialradar.composite.RankDraws;
import org.sozialradar.composite.ScoreErrors;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.Measure;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.store.GeodataReader;
import org.sozialradar.store.ImportBatch;

/**
 * Computes an index and its dimensions from published values alone: what is suppressed is missing
 * with that reason, and nothing depends on it. For use by one thread while the reader serves.
 */
public final class IndexComputation {
  private static final int ERROR_DRAWS = 1000;

  private final IndexDefinition index;
  private final GeodataReader reader;
  private final PublishedValues values;
  private final PublishedValues.Place place;
  private final IndexScale scale;
  private final List<AreaCode> codes;
  private final Map<String, List<Estimate>> columns = new LinkedHashMap<>();
  private final Map<String, ReferencePeriod> periods = new LinkedHashMap<>();

  /**
   * @param index what to compute
   * @param reader what is published
   * @throws PublicationException if level, edition or an indicator is not there
   */
  public IndexComputation(IndexDefinition index, GeodataReader reader) {
    this.index = index;
    this.reader = reader;
    values = new PublishedValues(reader);
    place = new PublishedValues.Place(index.extent().edition(), index.extent().level());
    scale = IndexScale.of(index.composite().normalisation());
    codes = List.copyOf(values.codes(place));
    index.composite().indicators().stream().map(IndexIndicator::id).forEach(this::read);
  }

  private void read(String id) {
    String field = index.field(id);
    values.indicator(id, field);
    var period =
        index.periods().containsKey(id)
            ? index.periods().get(id)
            : values.newest(id, place, index.extent().period(), field);
    var column = values.column(id, place, period, field);
    var none = Estimate.missing(ObservationStatus.NO_ROW);
    periods.put(id, period);
    columns.put(id, codes.stream().map(code -> column.getOrDefault(code, none)).toList());
  }

  /**
   * Computes the index.
   *
   * @throws PublicationException if it cannot be computed; then nothing is published
   */
  public ImportBatch compute(Instant now) {
    try {
      return ResultNames.requireFree(batch(now), reader);
    } catch (InvalidIndexException fault) {
      var text = IndexFaults.text(fault);
      throw new PublicationException(fault.code(), field(fault), text.de(), text.en());
    }
  }

  private String field(InvalidIndexException fault) {
    return switch (fault.code()) {
      case "goalposts-missing" -> "normalisation";
      case "too-many-ranks" -> "uncertainty/draws";
      default -> index.field(fault.details().getOrDefault("indicator", ""));
    };
  }

  private ImportBatch batch(Instant now) {
    var builder = IndexInput.builder(codes);
    columns.forEach(
        (id, column) -> builder.column(id, column, values.indicator(id, index.field(id)).unit()));
    var input = builder.build();
    var result = index.composite().compute(input);
    var draws = RankDraws.simulate(index.composite(), input, index.plan());
    var errors = ScoreErrors.simulate(index.composite(), input, ERROR_DRAWS, index.plan().seed());
    return new ImportBatch(
        dataset(now),
        List.of(),
        List.of(),
        List.of(),
        indicators(),
        tables(result, errors),
        List.of(),
        List.of(),
        new IndexMethod(index, values, periods, result, draws).documents(groups()),
        false);
  }

  private List<Indicator> indicators() {
    var indicators = new ArrayList<Indicator>();
    var title = index.wording().title();
    indicators.add(indicator(index.id(), title));
    for (var dimension : index.composite().dimensions()) {
      var own = index.wording().dimensions().get(dimension.id());
      indicators.add(
          indicator(
              index.indicatorId(dimension.id()),
              new LocalizedText(title.de() + ": " + own.de(), title.en() + ": " + own.en())));
    }
    return indicators;
  }

  private Indicator indicator(String id, LocalizedText name) {
    return new Indicator(
        id,
        name,
        index.wording().description(),
        scale.unit(),
        scale.decimals(),
        index.wording().polarity(),
        Measure.intensive(),
        index.wording().theme(),
        Double.NaN,
        "",
        index.id());
  }

  private List<IndicatorTable> tables(IndexResult result, ScoreErrors errors) {
    var tables = new ArrayList<IndicatorTable>();
    tables.add(
        table(index.id(), columns.values(), result::completeness, result::score, errors::ofScore));
    var dimensions = index.composite().dimensions();
    for (int d = 0; d < dimensions.size(); d++) {
      int dimension = d;
      var inputs =
          dimensions.get(d).indicators().stream().map(one -> columns.get(one.id())).toList();
      tables.add(
          table(
              index.indicatorId(dimensions.get(d).id()),
              inputs,
              row -> result.dimensionCompleteness(dimension, row),
              row -> result.dimensionScore(dimension, row),
              row -> errors.ofDimension(dimension, row)));
    }
    return tables;
  }

  private IndicatorTable table(
      String id,
      Collection<List<Estimate>> inputs,
      IntFunction<IndexResult.Completeness> completeness,
      IntToDoubleFunction scores,
      IntToDoubleFunction errors) {
    var table = IndicatorTable.builder(id, place.edition(), place.level(), index.id());
    for (int row = 0; row < codes.size(); row++) {
      double score = scores.applyAsDouble(row);
      var cell =
          Double.isNaN(score)
              ? Estimate.missing(ObservationStatus.INPUT_MISSING)
              : scale.estimate(
                  score, errors.applyAsDouble(row), status(inputs, completeness.apply(row), row));
      table.put(codes.get(row), index.extent().period(), cell);
    }
    return table.build();
  }

  /**
   * Incomplete if inputs are missing or incomplete themselves, else estimated if any is an estimate
   * or has an interval.
   */
  private static ObservationStatus status(
      Collection<List<Estimate>> inputs, IndexResult.Completeness completeness, int row) {
    var own = inputs.stream().map(column -> column.get(row)).toList();
    if (completeness != IndexResult.Completeness.COMPLETE
        || own.stream().anyMatch(one -> one.status() == ObservationStatus.INPUTS_INCOMPLETE)) {
      return ObservationStatus.INPUTS_INCOMPLETE;
    }
    boolean estimated =
        own.stream()
            .anyMatch(one -> one.status() == ObservationStatus.ESTIMATED || one.hasInterval());
    return estimated ? ObservationStatus.ESTIMATED : ObservationStatus.REPORTED;
  }

  private List<PeerGroup> groups() {
    var groups = new ArrayList<PeerGroup>();
    index.peers().size().ifPresent(size -> groups.addAll(sizes(size)));
    index.peers().within().ifPresent(level -> groups.addAll(districts(level)));
    index.peers().lists().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(list -> groups.add(PeerGroup.ofList(list.getKey(), list.getValue())));
    return groups;
  }

  private List<PeerGroup> sizes(IndexDefinition.Size size) {
    String field = "peers/size/indicator";
    values.indicator(size.indicator(), field);
    var period = values.newest(size.indicator(), place, index.extent().period(), field);
    var column = values.column(size.indicator(), place, period, field);
    var none = Estimate.missing(ObservationStatus.NO_ROW);
    return PeerGroup.bySize(codes, code -> column.getOrDefault(code, none).value(), size.from());
  }

  private List<PeerGroup> districts(String level) {
    var hierarchy = values.hierarchy(place.edition());
    if (!hierarchy.ownLevels().contains(level)
        || !hierarchy.coarserThan(place.level()).contains(level)) {
      throw new PublicationException(
          "level-unknown",
          "peers/within",
          "eine gröbere Ebene „" + level + "“ gibt es hier nicht",
          "there is no coarser level '" + level + "' here");
    }
    return PeerGroup.byDistrict(hierarchy, place.level(), level);
  }

  /** The data set of the index; without a source of its own, those of its inputs answer for it. */
  private Dataset dataset(Instant now) {
    var ids = new TreeSet<String>();
    columns.keySet().forEach(id -> ids.addAll(values.datasets(id)));
    var inputs = reader.listDatasets().stream().filter(one -> ids.contains(one.id())).toList();
    var source = index.source().orElseGet(() -> source(inputs));
    var attributions = new ArrayList<>(List.of(source.attribution()));
    inputs.forEach(one -> attributions.add(one.attribution()));
    return new Dataset(
        index.id(),
        index.wording().title(),
        source.publisher(),
        source.licence(),
        attributions.stream().distinct().collect(Collectors.joining("; ")),
        index.extent().period().id(),
        inputs.stream().anyMatch(Dataset::example),
        List.of(),
        now);
  }

  private static IndexDefinition.Source source(List<Dataset> inputs) {
    var licences = inputs.stream().map(Dataset::licence).distinct().toList();
    if (licences.size() != 1) {
      throw new PublicationException(
          "source-missing",
          "source",
          "die Eingangsdaten haben verschiedene Lizenzen; „source“ muss sagen, welche für den Index"
              + " gilt",
          "the inputs have different licences; 'source' must say which one holds for the index");
    }
    String publishers =
        inputs.stream().map(Dataset::publisher).distinct().collect(Collectors.joining("; "));
    return new IndexDefinition.Source(publishers, licences.get(0), inputs.get(0).attribution());
  }
}
