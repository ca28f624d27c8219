package org.sozialradar.ingest.grid;

import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.InvalidSettingException;
import org.sozialradar.ingest.ResourceSettings;

/**
 * How a population grid is read.
 *
 * @param title how people call it
 * @param cell column with the names of the cells; absent means that of the Zensus 2022
 * @param people column with the number of people; absent means that of the Zensus 2022
 */
public record GridSettings(LocalizedText title, String cell, String people)
    implements ResourceSettings {
  private static final String CELL = "GITTER_ID_100m";
  private static final String PEOPLE = "Einwohner";

  public GridSettings {
    InvalidSettingException.require(title, "title");
    cell = InvalidSettingException.orElse(cell, CELL);
    people = InvalidSettingException.orElse(people, PEOPLE);
  }
}
