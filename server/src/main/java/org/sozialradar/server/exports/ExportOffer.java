package org.sozialradar.server.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.export.CsvDialect;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.server.snapshot.Snapshot;

/** What can be exported, so that a form can be made of it. */
record ExportOffer(
    long revision,
    List<Format> formats,
    List<String> forms,
    List<String> dialects,
    List<String> systems,
    String defaultEdition,
    List<Edition> editions,
    List<Values> indicators,
    List<Layer> layers) {

  /**
   * A format.
   *
   * @param systems short names of the coordinate systems that it takes; empty without geometries
   */
  record Format(
      String id, String mediaType, String ending, boolean dialects, List<String> systems) {}

  record Edition(String id, LocalizedText title, List<Level> levels) {}

  record Level(String id, LocalizedText name, int areas) {}

  /** An indicator with all its periods, and the levels that it has values on. */
  record Values(
      String id, LocalizedText name, String theme, List<String> levels, List<String> periods) {}

  record Layer(String id, LocalizedText title) {}

  static ExportOffer of(Snapshot snapshot) {
    return new ExportOffer(
        snapshot.revision().number(),
        ExportFormat.all().stream().map(ExportOffer::format).toList(),
        List.of("package", "file"),
        Stream.of(CsvDialect.values()).map(CsvDialect::id).toList(),
        Stream.of(ReferenceSystem.values()).map(ChoiceReader::shortName).toList(),
        snapshot.defaultEdition(),
        editions(snapshot),
        values(snapshot),
        snapshot.contextLayers().values().stream()
            .map(layer -> new Layer(layer.id(), layer.title()))
            .toList());
  }

  private static Format format(ExportFormat format) {
    return new Format(
        format.id(),
        format.features().mediaType(),
        format.features().ending(),
        format.isCsv(),
        format.systems().stream().map(ChoiceReader::shortName).toList());
  }

  private static List<Edition> editions(Snapshot snapshot) {
    var editions = new ArrayList<Edition>();
    for (var edition : snapshot.editions()) {
      var areas = snapshot.areas(edition.id());
      editions.add(
          new Edition(
              edition.id(),
              edition.title(),
              snapshot.levels(edition.id()).stream()
                  .map(
                      level -> new Level(level.id(), level.plural(), areas.list(level.id()).size()))
                  .toList()));
    }
    return editions;
  }

  private static List<Values> values(Snapshot snapshot) {
    var resolution = snapshot.resolution();
    return snapshot.indicators().values().stream()
        .map(
            one ->
                new Values(
                    one.id(),
                    one.name(),
                    one.theme().id(),
                    resolution.levels(one.id()),
                    resolution.periods(one.id()).stream().map(ReferencePeriod::id).toList()))
        .toList();
  }
}
