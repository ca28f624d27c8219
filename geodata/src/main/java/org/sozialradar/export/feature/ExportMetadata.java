package org.sozialradar.export.feature;

import java.time.Instant;
import java.util.List;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.LocalizedText;

/**
 * Where exported data come from and how to cite them: what each format carries inside itself as far
 * as it has a place.
 *
 * @param sources the data sets that areas and values come from, each with licence and attribution
 * @param revision revision of the data
 * @param created when the revision was made, so that the same data make the same bytes
 * @param citation how to cite, in the language
 * @param language {@code de} or {@code en}: which texts are taken where there is place for one
 * @param methods how the values of each indicator were made
 */
public record ExportMetadata(
    List<Dataset> sources,
    long revision,
    Instant created,
    String citation,
    String language,
    List<ExportMethod> methods) {
  public ExportMetadata {
    methods = List.copyOf(methods);
    sources = List.copyOf(sources);
    if (!language.equals("de") && !language.equals("en")) {
      throw new IllegalArgumentException("no texts in the language " + language);
    }
    if (citation.isBlank()) {
      throw new IllegalArgumentException("nothing says how to cite");
    }
  }

  /** Whether any of the data are invented. */
  public boolean isExample() {
    return sources.stream().anyMatch(Dataset::example);
  }

  /** A text in the language. */
  public String in(LocalizedText text) {
    return language.equals("de") ? text.de() : text.en();
  }
}
