package org.sozialradar.ingest.microdata;

import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.GermanKeys;
import org.sozialradar.ingest.ImportIssues;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.table.MalformedCellException;

/**
 * Finds areas by their keys. A key that lost its first zero gets it back where all keys of the
 * level have one length; for municipalities and associations an ARS is taken as well.
 */
final class KeyedArea implements AreaFinder {
  private final SurveyAreas areas;
  private final String column;
  private final int digits;
  private long restored;

  KeyedArea(SurveyAreas areas, String column) {
    this.areas = areas;
    this.column = column;
    digits = areas.digits();
  }

  @Override
  public AreaCode find(AnswerRow row) throws MalformedCellException {
    String text = row.text(column);
    if (text.isEmpty()) {
      throw new MalformedCellException(AreaIssues.MISSING);
    }
    return find(text);
  }

  /** The area of a key as it stands in a file. */
  AreaCode find(String text) throws MalformedCellException {
    String key = ofArs(restore(text));
    try {
      var code = new AreaCode(key);
      if (areas.contains(code)) {
        return code;
      }
    } catch (IllegalArgumentException malformed) {
      throw unknown();
    }
    throw unknown();
  }

  private MalformedCellException unknown() {
    return new MalformedCellException(AreaIssues.UNKNOWN, areas.edition(), areas.level());
  }

  /** A German key loses at most one zero, that of its state. */
  private String restore(String text) {
    boolean shortKey = text.length() == digits - 1;
    boolean shortArs = takesArs() && text.length() == GermanKeys.ARS_LENGTH - 1;
    if (!shortKey && !shortArs) {
      return text;
    }
    String full = GermanKeys.restoreLeadingZeros(text, text.length() + 1);
    restored += full.equals(text) ? 0 : 1;
    return full;
  }

  private boolean takesArs() {
    return areas.level().equals(AreaLevel.MUNICIPALITY.id())
        || areas.level().equals(AreaLevel.ASSOCIATION.id());
  }

  private String ofArs(String key) {
    if (!takesArs() || !GermanKeys.isArs(key)) {
      return key;
    }
    return areas.level().equals(AreaLevel.MUNICIPALITY.id())
        ? GermanKeys.agsOfArs(key)
        : GermanKeys.associationOfArs(key);
  }

  @Override
  public String column() {
    return column;
  }

  @Override
  public void report(ImportIssues issues, IssuePlace file) {
    if (restored > 0) {
      issues.add(AreaIssues.ZEROS_RESTORED.at(file, "", restored));
    }
  }
}
