package org.sozialradar.server.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.server.features.ValueColumns;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;

/** What a package says of itself to people, in German and then in English. */
final class Readme {
  private final ExportChoice choice;
  private final Citation citation;

  Readme(ExportChoice choice) {
    this.choice = choice;
    citation = new Citation(choice);
  }

  /** The text, Markdown. */
  String text(List<PackageFile> files) {
    return part(Language.GERMAN, files) + "\n---\n\n" + part(Language.ENGLISH, files);
  }

  private String part(Language language, List<PackageFile> files) {
    var texts = Texts.of(Readme.class, "exports", language);
    var lines = new ArrayList<String>();
    lines.add("# " + language.of(citation.title()));
    if (choice.provenance().example()) {
      lines.add("**" + texts.get("readme.example") + "**");
    }
    lines.add(language.of(citation.description()));
    lines.add(facts(language, texts));
    lines.add("## " + texts.get("readme.files"));
    lines.add(
        files.stream()
            .map(file -> "- `" + file.name() + "`: " + texts.get("file." + file.kind()))
            .collect(Collectors.joining("\n")));
    choice.values().ifPresent(chosen -> addValues(chosen, language, texts, lines));
    lines.add("## " + texts.get("readme.sources"));
    lines.add(sources(language));
    lines.add("## " + texts.get("readme.cite"));
    lines.add(citation.text(language));
    lines.add(texts.get("readme.check"));
    return String.join("\n\n", lines) + "\n";
  }

  private String facts(Language language, Texts texts) {
    var facts = new ArrayList<String>();
    facts.add(
        texts.get(
            "readme.revision",
            Long.toString(choice.snapshot().revision().number()),
            citation.day().toString()));
    choice
        .values()
        .ifPresent(
            chosen ->
                facts.add(
                    texts.get(
                        "readme.areas",
                        language.of(chosen.level().plural()),
                        language.of(chosen.edition().title()))));
    if (!choice.within().isEmpty()) {
      facts.add(texts.get("readme.within", choice.within()));
    }
    if (!choice.filterText().isEmpty()) {
      facts.add(texts.get("readme.filter", choice.filterText()));
    }
    if (!choice.format().isCsv()) {
      facts.add(texts.get("readme.crs", ChoiceReader.shortName(choice.system())));
    }
    return facts.stream().map(fact -> "- " + fact).collect(Collectors.joining("\n"));
  }

  private void addValues(ChosenValues chosen, Language language, Texts texts, List<String> lines) {
    if (chosen.columns().isEmpty()) {
      return;
    }
    lines.add("## " + texts.get("readme.indicators"));
    lines.add(
        chosen.indicators().stream()
            .map(
                one ->
                    "- `%s`: %s (%s; %s). %s %s"
                        .formatted(
                            one.id(),
                            language.of(one.name()),
                            one.unit().id(),
                            periods(chosen, one.id()),
                            language.of(one.description()),
                            method(one, language, texts)))
            .collect(Collectors.joining("\n")));
    lines.add(texts.get("readme.values"));
  }

  private static String periods(ChosenValues chosen, String indicator) {
    return chosen.columns().stream()
        .filter(column -> column.indicator().id().equals(indicator))
        .map(ValueColumns::period)
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }

  private String method(Indicator indicator, Language language, Texts texts) {
    var methods = new ExportMethods(choice);
    String text = language.of(methods.text(indicator));
    String file = methods.file(indicator);
    if (file.isEmpty()) {
      return texts.get("readme.method", text);
    }
    String page =
        choice.baseUrl().isEmpty()
            ? ""
            : ", <" + choice.baseUrl() + "/docs/methods/" + indicator.id() + ">";
    return texts.get("readme.method-file", text, file, page);
  }

  private String sources(Language language) {
    return choice.datasets().stream()
        .map(source -> "- " + line(source, language))
        .collect(Collectors.joining("\n"));
  }

  private static String line(Dataset source, Language language) {
    var licence = source.licence();
    String terms =
        licence.url().isEmpty() ? licence.title() : licence.title() + ", <" + licence.url() + ">";
    return "%s – %s, %s. %s (%s)"
        .formatted(
            language.of(source.title()),
            source.publisher(),
            source.vintage(),
            source.attribution(),
            terms);
  }
}
