package org.sozialradar.store.jdbc;

import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.sozialradar.area.AreaCorrespondence;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.SourceFile;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.store.ImportBatch;
import org.sozialradar.store.ImportBatch.AreaSet;
import org.sozialradar.store.PartKey;
import org.sozialradar.store.PartKey.Kind;
import org.sozialradar.store.jdbc.Dialect.Target;

/** Writes what a batch brings as new parts of a revision. */
final class BatchWriter {
  private static final Target DATASET =
      Target.of(
          "dataset",
          "part_id",
          "dataset_id",
          "title_de",
          "title_en",
          "publisher",
          "licence_id",
          "licence_title",
          "licence_url",
          "attribution",
          "vintage",
          "is_example",
          "imported_at");
  private static final Target FILE =
      Target.of("dataset_file", "part_id", "file_position", "file_name", "sha256", "byte_count");
  private static final Target EDITION =
      Target.of(
          "edition", "part_id", "edition_id", "valid_from", "title_de", "title_en", "dataset_id");
  private static final Target CORRESPONDENCE =
      Target.of(
          "correspondence", "part_id", "from_edition", "to_edition", "level_id", "dataset_id");
  private static final Target LINK =
      Target.of(
          "correspondence_link",
          "part_id",
          "link_position",
          "from_code",
          "to_code",
          "population_share",
          "area_share");

  private final Statements statements;
  private final Parts parts;

  BatchWriter(Statements statements, Parts parts) {
    this.statements = statements;
    this.parts = parts;
  }

  void write(ImportBatch batch) throws SQLException {
    writeDataset(batch.dataset(), batch.complete());
    for (var edition : batch.editions()) {
      writeEdition(edition);
    }
    for (var set : batch.areas()) {
      writeAreas(set);
    }
    for (var correspondence : batch.correspondences()) {
      writeCorrespondence(correspondence);
    }
    var definitions = new IndicatorWriter(statements);
    for (var indicator : batch.indicators()) {
      long part = add(PartKey.of(Kind.INDICATOR, indicator.id()), indicator.datasetId());
      definitions.write(part, indicator);
    }
    if (batch.complete()) {
      forgetValues(batch.dataset().id());
    }
    for (var table : batch.tables()) {
      writeTable(table);
    }
    for (var method : batch.methods()) {
      writeMethod(method);
    }
    writeNetwork(batch);
    writeLayers(batch);
    writeGrid(batch);
  }

  private void writeMethod(MethodDocument method) throws SQLException {
    var key = PartKey.of(Kind.METHOD_DOCUMENT, method.indicatorId(), method.period().id());
    parts.require(PartKey.of(Kind.INDICATOR, method.indicatorId()), key);
    new MethodRows(statements).write(add(key, method.datasetId()), method);
  }

  /** Adds a part that comes from a data set. */
  private long add(PartKey key, String datasetId) throws SQLException {
    parts.require(PartKey.of(Kind.DATASET, datasetId), key);
    return parts.add(key);
  }

  private void writeDataset(Dataset dataset, boolean complete) throws SQLException {
    var key = PartKey.of(Kind.DATASET, dataset.id());
    var before = parts.find(key);
    var files = new ArrayList<SourceFile>();
    if (!complete && before.isPresent()) {
      var names = dataset.files().stream().map(SourceFile::name).toList();
      files.addAll(ConnectionReader.listFiles(statements, before.get()));
      files.removeIf(file -> names.contains(file.name()));
    }
    files.addAll(dataset.files());
    long part = parts.add(key);
    writeDescription(part, dataset);
    statements.insertAll(
        FILE,
        positions(files),
        i -> List.of(part, i, files.get(i).name(), files.get(i).sha256(), files.get(i).bytes()));
  }

  private void writeDescription(long part, Dataset dataset) throws SQLException {
    statements.insert(
        DATASET,
        part,
        dataset.id(),
        dataset.title().de(),
        dataset.title().en(),
        dataset.publisher(),
        dataset.licence().id(),
        dataset.licence().title(),
        dataset.licence().url(),
        dataset.attribution(),
        dataset.vintage(),
        dataset.example(),
        dataset.importedAt().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
  }

  private void writeEdition(BoundaryVersion edition) throws SQLException {
    statements.insert(
        EDITION,
        add(PartKey.of(Kind.EDITION, edition.id()), edition.datasetId()),
        edition.id(),
        edition.validFrom(),
        edition.title().de(),
        edition.title().en(),
        edition.datasetId());
  }

  private void writeAreas(AreaSet set) throws SQLException {
    var key = PartKey.of(Kind.AREA_SET, set.edition(), set.level().id());
    parts.require(PartKey.of(Kind.EDITION, set.edition()), key);
    for (var dataset : set.datasets()) {
      parts.require(PartKey.of(Kind.DATASET, dataset), key);
    }
    new AreaWriter(statements).write(parts.add(key), set);
  }

  private void writeCorrespondence(AreaCorrespondence crosswalk) throws SQLException {
    var key =
        PartKey.of(
            Kind.CORRESPONDENCE, crosswalk.fromEdition(), crosswalk.toEdition(), crosswalk.level());
    long part = add(key, crosswalk.datasetId());
    statements.insert(
        CORRESPONDENCE,
        part,
        crosswalk.fromEdition(),
        crosswalk.toEdition(),
        crosswalk.level(),
        crosswalk.datasetId());
    statements.insertAll(
        LINK, positions(crosswalk.links()), i -> linkParameters(part, i, crosswalk.links().get(i)));
  }

  private static List<Object> linkParameters(
      long part, int position, AreaCorrespondence.Link link) {
    return List.of(
        part,
        position,
        link.from().value(),
        link.to().value(),
        link.populationShare(),
        link.areaShare());
  }

  /** Leaves out all values that came with a data set. */
  private void forgetValues(String datasetId) throws SQLException {
    for (var key : parts.list(Kind.INDICATOR_TABLE)) {
      long part = parts.find(key).orElseThrow();
      boolean concerned =
          statements
              .find(
                  "SELECT 1 FROM indicator_column WHERE part_id = ? AND dataset_id = ?",
                  row -> true,
                  part,
                  datasetId)
              .isPresent();
      if (concerned) {
        writeOrRemove(key, TableRows.read(statements, part).without(datasetId));
      }
    }
  }

  /**
   * Writes tables anew, as parts of their own: what else was made of their old parts is not theirs
   * any more.
   *
   * @param tables ids of parts, of which those that the revision lacks do not matter
   */
  void renew(Set<Long> tables) throws SQLException {
    for (var key : parts.list(Kind.INDICATOR_TABLE)) {
      long part = parts.find(key).orElseThrow();
      if (tables.contains(part)) {
        writeOrRemove(key, TableRows.read(statements, part));
      }
    }
  }

  /** Puts a table into what is stored, see {@link IndicatorTable#replacedBy}. */
  private void writeTable(IndicatorTable table) throws SQLException {
    var key = PartKey.of(Kind.INDICATOR_TABLE, table.indicatorId(), table.edition(), table.level());
    parts.require(PartKey.of(Kind.INDICATOR, table.indicatorId()), key);
    parts.require(PartKey.of(Kind.EDITION, table.edition()), key);
    for (var period : table.periods()) {
      parts.require(PartKey.of(Kind.DATASET, table.datasetId(period)), key);
    }
    var before = parts.find(key);
    writeOrRemove(
        key,
        before.isPresent() ? TableRows.read(statements, before.get()).replacedBy(table) : table);
  }

  private void writeOrRemove(PartKey key, IndicatorTable table) throws SQLException {
    if (table.periods().isEmpty()) {
      parts.remove(key);
    } else {
      new TableWriter(statements).write(parts.add(key), table);
    }
  }

  private void writeNetwork(ImportBatch batch) throws SQLException {
    var network = new NetworkWriter(statements);
    if (!batch.milestones().isEmpty()) {
      var key = PartKey.of(Kind.MILESTONES, "");
      for (var milestone : batch.milestones()) {
        parts.require(PartKey.of(Kind.DATASET, milestone.datasetId()), key);
      }
      network.writeMilestones(parts.add(key), batch.milestones());
    }
    if (!batch.totals().isEmpty()) {
      var key = PartKey.of(Kind.NETWORK_TOTALS, "");
      for (var total : batch.totals()) {
        parts.require(PartKey.of(Kind.DATASET, total.datasetId()), key);
      }
      network.writeTotals(parts.add(key), batch.totals());
    }
  }

  private void writeLayers(ImportBatch batch) throws SQLException {
    var rows = new LayerWriter(statements);
    if (batch.complete()) {
      for (var key : parts.list(Kind.CONTEXT_LAYER)) {
        if (rows.isOf(parts.find(key).orElseThrow(), batch.dataset().id())) {
          parts.remove(key);
        }
      }
    }
    for (var content : batch.layers()) {
      var layer = content.layer();
      rows.write(add(PartKey.of(Kind.CONTEXT_LAYER, layer.id()), layer.datasetId()), content);
    }
  }

  private void writeGrid(ImportBatch batch) throws SQLException {
    var rows = new GridRows(statements);
    var key = PartKey.of(Kind.POPULATION_GRID, "");
    var before = parts.find(key);
    if (batch.complete() && before.isPresent() && rows.isOf(before.get(), batch.dataset().id())) {
      parts.remove(key);
    }
    for (var grid : batch.grids()) {
      rows.write(add(key, grid.datasetId()), grid);
    }
  }

  static List<Integer> positions(List<?> list) {
    return IntStream.range(0, list.size()).boxed().toList();
  }
}
