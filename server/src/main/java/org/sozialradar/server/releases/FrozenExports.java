package org.sozialradar.server.releases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.publication.Releases;
import org.sozialradar.publication.Releases.Asked;
import org.sozialradar.publication.Releases.Written;
import org.sozialradar.release.ReleaseDraft;
import org.sozialradar.server.exports.CitationFile;
import org.sozialradar.server.exports.ExportChoice;
import org.sozialradar.server.exports.ExportFormat;
import org.sozialradar.server.exports.ExportJob;
import org.sozialradar.server.exports.InRelease;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.snapshot.Snapshots;
import org.sozialradar.server.text.Bilingual;
import org.sozialradar.server.text.Language;
import org.sozialradar.store.GeodataStore;

/**
 * What a release holds: for each level of the edition that is shown first a package in each format,
 * as {@code /api/exports} gives it, and how to cite the whole. Formats of one row for each area
 * hold the newest period of each indicator, those of one row for each value all periods.
 */
public final class FrozenExports implements Releases.Contents {
  private static final List<String> USUAL_FORMATS = List.of("gpkg", "csv-long");
  private static final List<String> ALL_PERIODS = List.of("csv-long");
  private static final Bilingual TEXTS = Bilingual.of(FrozenExports.class, "releases");

  /** One package that is to be written. */
  private record Piece(String level, LocalizedText name, String format) {
    String fileName() {
      return level.replace('_', '-') + "-" + format + ".zip";
    }

    LocalizedText title() {
      return TEXTS.get("file." + (ALL_PERIODS.contains(format) ? "long" : "wide"), name, format);
    }
  }

  private final Clock clock;
  private final String baseUrl;
  private final Language language;

  private FrozenExports(Clock clock, String baseUrl, Language language) {
    this.clock = clock;
    this.baseUrl = baseUrl;
    this.language = language;
  }

  /**
   * Exports that do not know where they will be found.
   *
   * @param clock tells when they are made
   */
  public FrozenExports(Clock clock) {
    this(clock, "", Language.GERMAN);
  }

  @Override
  public FrozenExports at(String address) {
    return new FrozenExports(clock, address, language);
  }

  @Override
  public FrozenExports in(String tag) {
    return new FrozenExports(clock, baseUrl, Language.find(tag).orElse(language));
  }

  /** By what the store lists: the rest is known when the values are read. */
  @Override
  public void check(GeodataStore store, Asked asked) {
    var formats = ExportFormat.all().stream().map(ExportFormat::id).toList();
    requireAll("formats", asked.formats(), formats);
    var levels =
        store.listEditions().stream()
            .flatMap(edition -> store.listLevels(edition.id()).stream())
            .map(AreaLevel::id)
            .distinct()
            .toList();
    requireAll("levels", asked.levels(), levels);
  }

  private static void requireAll(String field, List<String> wanted, List<String> known) {
    if (!known.containsAll(wanted)) {
      throw ProblemException.ofParameter(ProblemType.BAD_FIELD, field, String.join(", ", known));
    }
  }

  @Override
  public Written write(GeodataStore store, Asked asked, ReleaseDraft draft) throws IOException {
    var snapshot = Snapshots.read(store);
    var sources = new TreeMap<String, Dataset>();
    var release = new InRelease(asked.id(), asked.title(), clock.instant());
    var choices = choices(snapshot, asked, release);
    for (var one : choices.entrySet()) {
      write(one.getKey(), one.getValue(), draft.workplace(), draft);
      datasets(one.getValue()).forEach(source -> sources.put(source.id(), source));
    }
    writeCitation(release, List.copyOf(sources.values()), draft);
    return new Written(release.at(), snapshot.revision().number(), List.copyOf(sources.values()));
  }

  /** All of them before the first is written: what cannot be chosen is refused at once. */
  private Map<Piece, ExportChoice> choices(Snapshot snapshot, Asked asked, InRelease release) {
    var choices = new LinkedHashMap<Piece, ExportChoice>();
    for (var level : levels(snapshot, asked.levels())) {
      for (var format : asked.formats().isEmpty() ? USUAL_FORMATS : asked.formats()) {
        var piece = new Piece(level.id(), level.plural(), format);
        choices.put(piece, ExportChoice.of(snapshot, query(piece)).in(release));
      }
    }
    return choices;
  }

  private static List<AreaLevel> levels(Snapshot snapshot, List<String> wanted) {
    var all = snapshot.levels(snapshot.defaultEdition());
    var known = all.stream().map(AreaLevel::id).toList();
    for (var level : wanted) {
      if (!known.contains(level)) {
        throw Query.bad("levels", level, String.join(", ", known));
      }
    }
    var chosen = all.stream().filter(one -> wanted.isEmpty() || wanted.contains(one.id())).toList();
    if (chosen.isEmpty()) {
      throw ProblemException.of(ProblemType.EMPTY_SELECTION);
    }
    return chosen;
  }

  private Query query(Piece piece) {
    String periods = ALL_PERIODS.contains(piece.format()) ? "all" : "newest";
    return new Query(
        Map.of(),
        Map.of(
            "format", List.of(piece.format()),
            "level", List.of(piece.level()),
            "periods", List.of(periods)),
        baseUrl,
        language,
        "");
  }

  private static List<Dataset> datasets(ExportChoice choice) {
    return choice.provenance().sources().stream()
        .map(source -> choice.snapshot().datasets().get(source.dataset()))
        .toList();
  }

  private static void write(Piece piece, ExportChoice choice, Path folder, ReleaseDraft draft)
      throws IOException {
    draft.add(
        piece.fileName(),
        piece.title(),
        "application/zip",
        out -> new ExportJob(choice, folder).write(out));
  }

  private void writeCitation(InRelease release, List<Dataset> sources, ReleaseDraft draft)
      throws IOException {
    var cited =
        new CitationFile.Cited(
            release.title(),
            TEXTS.get("cite.message").en(),
            release.id(),
            release.day(),
            release.address(baseUrl));
    draft.add(
        "CITATION.cff",
        TEXTS.get("file.citation"),
        "application/yaml",
        out -> out.write(CitationFile.write(cited, sources).getBytes(StandardCharsets.UTF_8)));
  }
}
