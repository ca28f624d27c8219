package org.sozialradar.dataset;

/**
 * The terms under which a data set may be used.
 *
 * @param id short name as its publisher writes it, such as {@code dl-de/by-2-0}
 * @param title full title
 * @param url address of the text of the licence, empty if there is none
 */
public record Licence(String id, String title, String url) {
  public Licence {
    if (id.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("a licence needs an id and a title");
    }
  }
}
