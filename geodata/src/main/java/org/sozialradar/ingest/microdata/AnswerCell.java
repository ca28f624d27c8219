package org.sozialradar.ingest.microdata;

import java.util.regex.Pattern;
import org.sozialradar.survey.Item;

/** Reads a cell as an answer. */
final class AnswerCell {
  private static final Pattern WHOLE = Pattern.compile("(-?\\d+)[.,]0+");

  private AnswerCell() {}

  /**
   * Position of the answer; see {@link Item#position}. Programs that keep answers as numbers write
   * {@code 4.0} for 4: that is read as 4 where the list has no such code.
   */
  static byte position(Item item, String text) {
    byte position = item.position(text);
    var whole = WHOLE.matcher(text);
    return position == Item.UNKNOWN_CODE && whole.matches()
        ? item.position(whole.group(1))
        : position;
  }
}
