package org.sozialradar.ingest.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.ingest.InvalidSettingException;
import org.sozialradar.ingest.ResourceSettings;

/**
 * How a table of indicators is read.
 *
 * @param edition edition of boundaries whose keys the table has
 * @param level level of the keys, on which the values are stored
 * @param scope only keys with this beginning are read; empty means all
 * @param onUnknownKey what keys that the edition lacks, and malformed cells, do to the file
 * @param identicalRows what a row does that repeats an earlier one cell by cell
 * @param keep rules that a row must fulfil, all of them; other rows are skipped and counted
 * @param skip rules of which a row must fulfil none
 * @param end text of a first cell that ends the table, where notes follow; empty if none does
 * @param period period of all values; empty if columns or headers name it
 * @param status what stands behind the values; absent means reported
 */
public record IndicatorSettings(
    String edition,
    String level,
    String scope,
    OnUnknownKey onUnknownKey,
    IdenticalRows identicalRows,
    List<RowRule> keep,
    List<RowRule> skip,
    String end,
    String period,
    ValueStatus status)
    implements ResourceSettings {

  /** What rows do that cannot be stored. */
  public enum OnUnknownKey {
    /** The file is rejected. */
    REJECT,
    /** The row is left out, reported and counted; all others are stored. */
    REPORT
  }

  /** What a row does that repeats an earlier one. */
  public enum IdenticalRows {
    /** The file is rejected, as for every value that stands there twice. */
    REJECT,
    /** It is stored once; the repetition is counted. */
    ONCE
  }

  /** What stands behind the values of a table. */
  public enum ValueStatus {
    @JsonProperty("reported")
    REPORTED(ObservationStatus.REPORTED),
    @JsonProperty("estimated")
    ESTIMATED(ObservationStatus.ESTIMATED),
    @JsonProperty("provisional")
    PROVISIONAL(ObservationStatus.PROVISIONAL),
    /** Such as values that were recorded on other boundaries and are taken over by their key. */
    @JsonProperty("limited-precision")
    LIMITED_PRECISION(ObservationStatus.LIMITED_PRECISION);

    private final ObservationStatus status;

    ValueStatus(ObservationStatus status) {
      this.status = status;
    }

    ObservationStatus status() {
      return status;
    }
  }

  /**
   * A rule about a column.
   *
   * @param field name of a field of the schema
   * @param in texts, one of which the cell must be
   */
  public record RowRule(String field, List<String> in) {
    public RowRule {
      InvalidSettingException.requireText(field, "field");
      in = List.copyOf(InvalidSettingException.require(in, "in"));
    }
  }

  public IndicatorSettings {
    InvalidSettingException.requireText(edition, "edition");
    InvalidSettingException.requireText(level, "level");
    scope = InvalidSettingException.orElse(scope, "");
    onUnknownKey = InvalidSettingException.orElse(onUnknownKey, OnUnknownKey.REJECT);
    identicalRows = InvalidSettingException.orElse(identicalRows, IdenticalRows.REJECT);
    keep = List.copyOf(InvalidSettingException.orElse(keep, List.of()));
    skip = List.copyOf(InvalidSettingException.orElse(skip, List.of()));
    end = InvalidSettingException.orElse(end, "");
    period = InvalidSettingException.orElse(period, "");
    status = InvalidSettingException.orElse(status, ValueStatus.REPORTED);
    if (!scope.matches("[0-9A-Za-z]{0,12}")) {
      throw new InvalidSettingException(
          "„scope“ ist der Anfang eines Schlüssels", "'scope' is the beginning of a key");
    }
  }
}
