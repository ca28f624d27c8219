package org.sozialradar.publication;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.indicator.ColumnNames;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.store.GeodataReader;
import org.sozialradar.store.ImportBatch;

/**
 * The names of results: none takes one that something else has. What is stored under the name of a
 * data set takes its place, so a model that is called like its survey would put predictions where
 * direct results stood.
 */
final class ResultNames {
  private ResultNames() {}

  /**
   * Gives back results that are named as nothing else is.
   *
   * @param reader what is published
   * @throws PublicationException naming the field {@code id}, if their data set holds something
   *     that was made in another way, or another data set holds an indicator of theirs, or if their
   *     columns in tables would be called like others'
   */
  static ImportBatch requireFree(ImportBatch results, GeodataReader reader) {
    var kinds = results.methods().stream().map(MethodDocument::kind).collect(Collectors.toSet());
    var made =
        reader.listMethodDocuments().stream()
            .filter(document -> kinds.contains(document.kind()))
            .map(document -> new Made(document.indicatorId(), document.period()))
            .collect(Collectors.toSet());
    var ids = results.indicators().stream().map(Indicator::id).collect(Collectors.toSet());
    requireColumns(ids, reader);
    String own = results.dataset().id();
    for (var indicator : reader.listIndicators()) {
      boolean isNamedSo = ids.contains(indicator.id());
      if (isNamedSo || indicator.datasetId().equals(own)) {
        requireFree(own, isNamedSo, reader.listTables(indicator.id()), made);
      }
    }
    return results;
  }

  /**
   * What the store holds already under such a name can be made anew: tables call its columns
   * otherwise.
   */
  private static void requireColumns(Set<String> results, GeodataReader reader) {
    var known = reader.listIndicators().stream().map(Indicator::id).collect(Collectors.toSet());
    var levels =
        reader.listEditions().stream()
            .flatMap(edition -> reader.listLevels(edition.id()).stream())
            .map(AreaLevel::id)
            .collect(Collectors.toSet());
    var all = new TreeSet<>(known);
    all.addAll(results);
    var before = ColumnNames.of(known, levels);
    var names = ColumnNames.of(all, levels);
    for (var id : all) {
      var clash = names.findClash(id);
      if (clash.isPresent() && !(known.contains(id) && before.findClash(id).isPresent())) {
        // Whose columns they are does not tell which of the two is the new one.
        throw results.contains(id) ? columnTaken(id, clash.get()) : columnTaken(clash.get(), id);
      }
    }
  }

  private static PublicationException columnTaken(String indicator, String other) {
    return new PublicationException(
        "indicator-column-taken",
        "id",
        "der Indikator „%s“ braucht eine andere Kennung: in Tabellen hätte er Spalten mit Namen, die schon zu „%s“ gehören"
            .formatted(indicator, other),
        "the indicator '%s' needs another id: in tables it would have columns with names that belong to '%s' already"
            .formatted(indicator, other));
  }

  private record Made(String indicator, ReferencePeriod period) {}

  private static void requireFree(
      String own, boolean isNamedSo, List<IndicatorTable> tables, Set<Made> made) {
    for (var table : tables) {
      for (var period : table.periods()) {
        String holder = table.datasetId(period);
        boolean isTaken =
            holder.equals(own) ? !made.contains(new Made(table.indicatorId(), period)) : isNamedSo;
        if (isTaken) {
          throw taken(own, table.indicatorId(), holder);
        }
      }
    }
  }

  private static PublicationException taken(String own, String indicator, String holder) {
    return new PublicationException(
        "result-name-taken",
        "id",
        "„%s“ kann dies nicht heißen: der Indikator „%s“ gehört schon zu etwas anderem (Datensatz „%s“)"
            .formatted(own, indicator, holder),
        "this cannot be called '%s': the indicator '%s' belongs to something else already (data set '%s')"
            .formatted(own, indicator, holder));
  }
}
