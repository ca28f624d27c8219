package org.sozialradar.server.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.export.CsvDialect;
import org.sozialradar.filter.Filter;
import org.sozialradar.server.features.FeatureCollection;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.text.Language;

/**
 * What is to be written, all of it there. Immutable and safe for use by many threads.
 *
 * @param snapshot where it comes from
 * @param format how it is written
 * @param packed whether description, codebook and checksums come with it in one archive
 * @param collection the areas with the chosen values, or a context layer
 * @param values the areas and values that were chosen; empty for a context layer
 * @param within key of the area in which all lie; empty for no such bound
 * @param filter what they must fulfil
 * @param filterText the filter as it was written; empty if there is none
 * @param system coordinate system of the geometries
 * @param dialect how tables are written
 * @param language which texts are taken where there is place for one
 * @param baseUrl address of the server without a slash at the end; empty if there is none
 * @param release the release that it is written for; empty if it is for none
 */
public record ExportChoice(
    Snapshot snapshot,
    ExportFormat format,
    boolean packed,
    FeatureCollection collection,
    Optional<ChosenValues> values,
    String within,
    Optional<Filter> filter,
    String filterText,
    ReferenceSystem system,
    CsvDialect dialect,
    Language language,
    String baseUrl,
    Optional<InRelease> release) {
  /** The parameters by which a choice is made. */
  public static final Set<String> PARAMETERS =
      Set.of(
          "format",
          "level",
          "edition",
          "indicators",
          "periods",
          "area",
          "filter",
          "filter-lang",
          "filter-crs",
          "crs",
          "dialect",
          "form",
          "lang");

  /**
   * What parameters choose. What they leave open is the default edition, its finest level with
   * values, all indicators and the newest period of each.
   *
   * @throws ProblemException if they choose what is not there or cannot be written so; the problem
   *     names what is possible
   */
  public static ExportChoice of(Snapshot snapshot, Query query) {
    return new ChoiceReader(snapshot, query).read();
  }

  /** The same, written for a release. */
  public ExportChoice in(InRelease which) {
    return new ExportChoice(
        snapshot,
        format,
        packed,
        collection,
        values,
        within,
        filter,
        filterText,
        system,
        dialect,
        language,
        baseUrl,
        Optional.of(which));
  }

  /** Where areas and values come from. */
  public Provenance provenance() {
    return collection.provenance();
  }

  /** The data sets that areas and values come from. */
  List<Dataset> datasets() {
    return provenance().sources().stream()
        .map(source -> snapshot.datasets().get(source.dataset()))
        .toList();
  }

  /**
   * Name of the files without their ending: letters, digits and hyphens. Example data say so in the
   * name.
   */
  public String name() {
    return subject() + "-r" + snapshot.revision().number();
  }

  /** The name without the revision. */
  String subject() {
    var parts = new ArrayList<String>();
    if (provenance().example()) {
      parts.add("example");
    }
    parts.add(values.map(chosen -> chosen.level().id()).orElseGet(collection::id));
    values.ifPresent(chosen -> addTo(parts, chosen));
    if (!within.isEmpty()) {
      parts.add("in-" + within);
    }
    if (filter.isPresent()) {
      parts.add("filtered");
    }
    return String.join("-", parts).replace('_', '-').replace('.', '-');
  }

  private static void addTo(List<String> parts, ChosenValues chosen) {
    parts.add(chosen.edition().id());
    if (chosen.indicators().size() == 1) {
      parts.add(chosen.indicators().get(0).id());
    }
    if (chosen.periods().size() == 1) {
      parts.add(chosen.periods().get(0));
    }
  }

  /** Name of the file with the data. */
  String dataFile() {
    String kind = format.table() == ExportFormat.Table.WIDE ? "" : "-" + format.table().label();
    return name() + kind + "." + format.features().ending();
  }

  /** Name of the one file that leaves. */
  public String fileName() {
    return packed ? name() + "-" + format.id() + ".zip" : dataFile();
  }
}
