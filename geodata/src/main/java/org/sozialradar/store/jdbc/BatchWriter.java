package org.sozialradar.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sozialradar.area.AreaCorrespondence;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.SourceFile;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.network.Milestone;
import org.sozialradar.network.NetworkTotal;
import org.sozialradar.store.ImportBatch;
import org.sozialradar.store.Revision;

/**
 * Writes a batch within the transaction of the given connection, and leaves ending it to the
 * caller; used by one thread at a time.
 */
public final class BatchWriter {
  private final Statements statements;

  /**
   * @param connection open, without auto-commit
   * @param dialect of its database
   */
  public BatchWriter(Connection connection, Dialect dialect) {
    statements = new Statements(connection, dialect);
  }

  /**
   * Writes all of the batch and the revision that it makes.
   *
   * @throws SQLException if the database refuses any of it; the caller rolls back
   */
  public Revision write(ImportBatch batch, Instant now) throws SQLException {
    saveDataset(batch.dataset(), batch.complete());
    for (var edition : batch.editions()) {
      saveEdition(edition);
    }
    var areas = new AreaWriter(statements);
    for (var set : batch.areas()) {
      areas.replace(set);
    }
    for (var correspondence : batch.correspondences()) {
      replaceCorrespondence(correspondence);
    }
    for (var indicator : batch.indicators()) {
      saveIndicator(indicator);
    }
    var tables = new TableWriter(statements);
    if (batch.complete()) {
      tables.forget(batch.dataset().id());
    }
    for (var table : batch.tables()) {
      tables.put(table);
    }
    replaceMilestones(batch.milestones());
    replaceTotals(batch.totals());
    return addRevision(batch.dataset().id(), now.truncatedTo(ChronoUnit.MICROS));
  }

  private Revision addRevision(String datasetId, Instant now) throws SQLException {
    long last =
        statements
            .find("SELECT MAX(revision_number) FROM revision", row -> row.getLong(1))
            .orElse(0L);
    statements.update(
        "INSERT INTO revision (revision_number, created_at, dataset_id) VALUES (?, ?, ?)",
        last + 1,
        now.atOffset(ZoneOffset.UTC),
        datasetId);
    return new Revision(last + 1, now, datasetId);
  }

  private void saveDataset(Dataset dataset, boolean complete) throws SQLException {
    statements.save(
        """
        UPDATE dataset SET title_de = ?, title_en = ?, publisher = ?, licence_id = ?,
          licence_title = ?, licence_url = ?, attribution = ?, vintage = ?, is_example = ?,
          imported_at = ? WHERE dataset_id = ?""",
        """
        INSERT INTO dataset (title_de, title_en, publisher, licence_id, licence_title, licence_url,
          attribution, vintage, is_example, imported_at, dataset_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        dataset.title().de(),
        dataset.title().en(),
        dataset.publisher(),
        dataset.licence().id(),
        dataset.licence().title(),
        dataset.licence().url(),
        dataset.attribution(),
        dataset.vintage(),
        dataset.example(),
        dataset.importedAt().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
        dataset.id());
    replaceFiles(dataset, complete);
  }

  private void replaceFiles(Dataset dataset, boolean complete) throws SQLException {
    var files = new ArrayList<SourceFile>();
    if (!complete) {
      var names = dataset.files().stream().map(SourceFile::name).toList();
      files.addAll(ConnectionReader.listFiles(statements, dataset.id()));
      files.removeIf(file -> names.contains(file.name()));
    }
    files.addAll(dataset.files());
    statements.update("DELETE FROM dataset_file WHERE dataset_id = ?", dataset.id());
    statements.insertAll(
        """
        INSERT INTO dataset_file (dataset_id, file_position, file_name, sha256, byte_count)
        VALUES (?, ?, ?, ?, ?)""",
        positions(files),
        i ->
            List.of(
                dataset.id(), i, files.get(i).name(), files.get(i).sha256(), files.get(i).bytes()));
  }

  private void saveEdition(BoundaryVersion edition) throws SQLException {
    statements.save(
        """
        UPDATE edition SET valid_from = ?, title_de = ?, title_en = ?, dataset_id = ?
        WHERE edition_id = ?""",
        """
        INSERT INTO edition (valid_from, title_de, title_en, dataset_id, edition_id)
        VALUES (?, ?, ?, ?, ?)""",
        edition.validFrom(),
        edition.title().de(),
        edition.title().en(),
        edition.datasetId(),
        edition.id());
  }

  private void replaceCorrespondence(AreaCorrespondence crosswalk) throws SQLException {
    var key = List.of(crosswalk.fromEdition(), crosswalk.toEdition(), crosswalk.level());
    statements.update(
        "DELETE FROM correspondence WHERE from_edition = ? AND to_edition = ? AND level_id = ?",
        key.toArray());
    statements.update(
        """
        INSERT INTO correspondence (from_edition, to_edition, level_id, dataset_id)
        VALUES (?, ?, ?, ?)""",
        key.get(0),
        key.get(1),
        key.get(2),
        crosswalk.datasetId());
    statements.insertAll(
        """
        INSERT INTO correspondence_link (from_edition, to_edition, level_id, link_position,
          from_code, to_code, population_share, area_share) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        positions(crosswalk.links()),
        i -> linkParameters(key, i, crosswalk.links().get(i)));
  }

  private static List<Object> linkParameters(
      List<String> key, int position, AreaCorrespondence.Link link) {
    return List.of(
        key.get(0),
        key.get(1),
        key.get(2),
        position,
        link.from().value(),
        link.to().value(),
        link.populationShare(),
        link.areaShare());
  }

  private void saveIndicator(Indicator indicator) throws SQLException {
    statements.save(
        """
        UPDATE indicator SET name_de = ?, name_en = ?, description_de = ?, description_en = ?,
          unit_id = ?, unit_symbol_de = ?, unit_symbol_en = ?, decimals = ?, polarity = ?,
          measure_kind = ?, measure_weight = ?, theme_id = ?, theme_de = ?, theme_en = ?,
          middle = ?, formula = ?, dataset_id = ? WHERE indicator_id = ?""",
        """
        INSERT INTO indicator (name_de, name_en, description_de, description_en, unit_id,
          unit_symbol_de, unit_symbol_en, decimals, polarity, measure_kind, measure_weight,
          theme_id, theme_de, theme_en, middle, formula, dataset_id, indicator_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        indicator.name().de(),
        indicator.name().en(),
        indicator.description().de(),
        indicator.description().en(),
        indicator.unit().id(),
        indicator.unit().symbol().de(),
        indicator.unit().symbol().en(),
        indicator.decimals(),
        indicator.polarity().name(),
        indicator.measure().kind().name(),
        indicator.measure().weight(),
        indicator.theme().id(),
        indicator.theme().name().de(),
        indicator.theme().name().en(),
        indicator.findMiddle().isPresent() ? indicator.middle() : Optional.empty(),
        indicator.formula(),
        indicator.datasetId(),
        indicator.id());
  }

  private void replaceMilestones(List<Milestone> milestones) throws SQLException {
    if (milestones.isEmpty()) {
      return;
    }
    statements.update("DELETE FROM milestone");
    statements.insertAll(
        """
        INSERT INTO milestone (milestone_position, dataset_id, code, area_name, kind, date_text,
          date_means, note, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        positions(milestones),
        i -> milestoneParameters(i, milestones.get(i)));
  }

  private static List<Object> milestoneParameters(int position, Milestone milestone) {
    return List.of(
        position,
        milestone.datasetId(),
        milestone.code().value(),
        milestone.name(),
        milestone.kind(),
        milestone.date().text(),
        milestone.date().means().name(),
        milestone.note(),
        milestone.source());
  }

  private void replaceTotals(List<NetworkTotal> totals) throws SQLException {
    if (totals.isEmpty()) {
      return;
    }
    statements.update("DELETE FROM network_total");
    statements.insertAll(
        """
        INSERT INTO network_total (total_position, dataset_id, date_text, measure, amount, source)
        VALUES (?, ?, ?, ?, ?, ?)""",
        positions(totals),
        i -> totalParameters(i, totals.get(i)));
  }

  private static List<Object> totalParameters(int position, NetworkTotal total) {
    return List.of(
        position, total.datasetId(), total.date(), total.measure(), total.value(), total.source());
  }

  private static List<Integer> positions(List<?> list) {
    return IntStream.range(0, list.size()).boxed().toList();
  }
}
