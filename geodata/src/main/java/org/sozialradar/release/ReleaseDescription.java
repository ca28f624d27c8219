package org.sozialradar.release;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.sozialradar.dataset.LocalizedText;

/**
 * What is said of a release; stays also when it was withdrawn.
 *
 * @param title what it is called, one line of at most {@value #MOST_TITLE} characters in each
 *     language
 * @param notes what its readers should know, in any language, at most {@value #MOST_NOTES}
 *     characters; empty if there is nothing
 * @param authors whom it is cited by, at least one: offices or other bodies, no persons
 * @param files its files, in the order in which they are shown; at least one, no name twice, nor in
 *     other letter case
 * @param sources the data sets that it rests on
 * @param waves the waves of surveys that results in it rest on, in order
 */
public record ReleaseDescription(
    LocalizedText title,
    String notes,
    List<String> authors,
    List<ReleaseFile> files,
    List<ReleaseSource> sources,
    List<SurveyWave> waves) {
  /** Most characters of a title. */
  public static final int MOST_TITLE = 200;

  /** Most characters of the notes. */
  public static final int MOST_NOTES = 20_000;

  /** Most files of a release. */
  public static final int MOST_FILES = 500;

  /** Most authors of a release. */
  public static final int MOST_AUTHORS = 50;

  /**
   * Checks the description.
   *
   * @throws ReleaseException {@code title-unfit}, {@code notes-unfit}, {@code authors-unfit},
   *     {@code files-unfit}
   */
  public ReleaseDescription {
    authors = List.copyOf(authors);
    files = List.copyOf(files);
    sources = List.copyOf(sources);
    waves = List.copyOf(new TreeSet<>(waves));
    requireTexts(title, notes, authors);
    var names = new HashSet<String>();
    files.forEach(file -> names.add(file.name().toLowerCase(Locale.ROOT)));
    ReleaseException.require(
        !files.isEmpty() && files.size() <= MOST_FILES && names.size() == files.size(),
        "files-unfit",
        Map.of("most", Integer.toString(MOST_FILES)));
  }

  /**
   * Checks what a person says of a release, before its files are made.
   *
   * @throws ReleaseException {@code title-unfit}, {@code notes-unfit}, {@code authors-unfit}
   */
  public static void requireTexts(LocalizedText title, String notes, List<String> authors) {
    ReleaseException.require(
        ReleaseException.isLine(title.de(), MOST_TITLE)
            && ReleaseException.isLine(title.en(), MOST_TITLE),
        "title-unfit",
        Map.of("most", Integer.toString(MOST_TITLE)));
    ReleaseException.require(
        notes.length() <= MOST_NOTES
            && notes.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t'),
        "notes-unfit",
        Map.of("most", Integer.toString(MOST_NOTES)));
    ReleaseException.require(
        !authors.isEmpty()
            && authors.size() <= MOST_AUTHORS
            && authors.stream().allMatch(one -> ReleaseException.isLine(one, MOST_TITLE)),
        "authors-unfit",
        Map.of("most", Integer.toString(MOST_AUTHORS)));
  }
}
