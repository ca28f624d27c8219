package org.sozialradar.ingest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * The columns of a table, after Table Schema.
 *
 * @param fields the columns; empty if the table is not described
 * @param missingValues texts that stand for a missing value, besides the signs of German statistics
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TableSchema(List<SchemaField> fields, List<String> missingValues) {
  public static final TableSchema NONE = new TableSchema(List.of(), List.of());

  public TableSchema {
    fields = List.copyOf(InvalidSettingException.orElse(fields, List.of()));
    missingValues = List.copyOf(InvalidSettingException.orElse(missingValues, List.of()));
  }
}
