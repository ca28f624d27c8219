package org.sozialradar.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.sozialradar.network.Milestone;
import org.sozialradar.network.NetworkTotal;
import org.sozialradar.store.jdbc.Dialect.Target;

/** Writes milestones and totals of the network. */
final class NetworkWriter {
  private static final Target MILESTONE =
      Target.of(
          "milestone",
          "part_id",
          "milestone_position",
          "dataset_id",
          "code",
          "area_name",
          "kind",
          "date_text",
          "date_means",
          "note",
          "source");
  private static final Target TOTAL =
      Target.of(
          "network_total",
          "part_id",
          "total_position",
          "dataset_id",
          "date_text",
          "measure",
          "amount",
          "source");

  private final Statements statements;

  NetworkWriter(Statements statements) {
    this.statements = statements;
  }

  void writeMilestones(long part, List<Milestone> milestones) throws SQLException {
    statements.insertAll(
        MILESTONE,
        BatchWriter.positions(milestones),
        i -> milestoneParameters(part, i, milestones.get(i)));
  }

  private static List<Object> milestoneParameters(long part, int position, Milestone milestone) {
    return List.of(
        part,
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

  void writeTotals(long part, List<NetworkTotal> totals) throws SQLException {
    statements.insertAll(
        TOTAL, BatchWriter.positions(totals), i -> totalParameters(part, i, totals.get(i)));
  }

  private static List<Object> totalParameters(long part, int position, NetworkTotal total) {
    return List.of(
        part,
        position,
        total.datasetId(),
        total.date(),
        total.measure(),
        total.value(),
        total.source());
  }
}
