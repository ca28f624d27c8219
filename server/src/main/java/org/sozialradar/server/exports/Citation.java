package org.sozialradar.server.exports;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;

/** How a choice is called, and how to cite it. */
final class Citation {
  /** More names of indicators would fill a title. */
  private static final int MOST_NAMES = 3;

  private final ExportChoice choice;

  Citation(ExportChoice choice) {
    this.choice = choice;
  }

  /** The areas or features, and what is said of them. */
  LocalizedText title() {
    var areas = choice.collection().title();
    var names = choice.values().map(chosen -> chosen.indicators()).orElse(List.of());
    if (names.isEmpty() || names.size() > MOST_NAMES) {
      return areas;
    }
    return new LocalizedText(
        areas.de()
            + ": "
            + names.stream().map(one -> one.name().de()).collect(Collectors.joining(", ")),
        areas.en()
            + ": "
            + names.stream().map(one -> one.name().en()).collect(Collectors.joining(", ")));
  }

  /** What it holds. */
  LocalizedText description() {
    return choice.values().isPresent()
        ? new LocalizedText(
            text(Language.GERMAN, "description"), text(Language.ENGLISH, "description"))
        : choice.collection().description();
  }

  private static String text(Language language, String key, Object... arguments) {
    return Texts.of(Citation.class, "exports", language).get(key, arguments);
  }

  /** One sentence that names publishers, title, revision, day and terms. */
  String text(Language language) {
    if (choice.release().isPresent()) {
      return text(language, choice.release().get());
    }
    return text(
        language,
        "citation",
        join(Dataset::publisher),
        language.of(title()),
        Long.toString(choice.snapshot().revision().number()),
        day().toString(),
        join(Dataset::attribution),
        choice.baseUrl().isEmpty() ? "" : " " + choice.baseUrl() + "/");
  }

  private String text(Language language, InRelease release) {
    String address = release.address(choice.baseUrl());
    return text(
        language,
        "citation.release",
        join(Dataset::publisher),
        language.of(title()),
        release.id(),
        language.of(release.title()),
        release.day().toString(),
        revision(),
        address.isEmpty() ? "" : " " + address + ".",
        join(Dataset::attribution));
  }

  /** The citation file. */
  String file() {
    var cited =
        choice
            .release()
            .map(
                release ->
                    new CitationFile.Cited(
                        both(title(), release.title()),
                        text(Language.ENGLISH, "citation.message"),
                        release.id(),
                        release.day(),
                        release.address(choice.baseUrl())))
            .orElseGet(
                () ->
                    new CitationFile.Cited(
                        title(),
                        text(Language.ENGLISH, "citation.message"),
                        text(Language.ENGLISH, "citation.version", revision()),
                        day(),
                        choice.baseUrl()));
    return CitationFile.write(cited, choice.datasets());
  }

  private static LocalizedText both(LocalizedText part, LocalizedText whole) {
    return new LocalizedText(part.de() + " – " + whole.de(), part.en() + " – " + whole.en());
  }

  private String revision() {
    return Long.toString(choice.snapshot().revision().number());
  }

  /** Day on which the revision was made. */
  LocalDate day() {
    return LocalDate.ofInstant(choice.snapshot().revision().createdAt(), ZoneOffset.UTC);
  }

  private String join(java.util.function.Function<Dataset, String> fact) {
    return choice.datasets().stream().map(fact).distinct().collect(Collectors.joining("; "));
  }
}
