package org.sozialradar.server.exports;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.LocalizedText;

/**
 * Writes {@code CITATION.cff} after the Citation File Format 1.2.0: the data themselves, and each
 * data set that they come from as a reference. Licences are named by address, as those of German
 * offices are not all in the list of SPDX that the format takes.
 */
public final class CitationFile {
  private static final Pattern ADDRESS = Pattern.compile("(https|http)://\\S+");

  private CitationFile() {}

  /**
   * What is cited.
   *
   * @param title what it is called
   * @param message what whoever uses it is asked to do
   * @param version version of the data
   * @param released day of the version
   * @param url where it comes from; empty if nowhere
   */
  public record Cited(
      LocalizedText title, String message, String version, LocalDate released, String url) {}

  /** The file. */
  public static String write(Cited cited, Collection<Dataset> sources) {
    var out = new StringBuilder("cff-version: 1.2.0\n");
    line(out, "", "type", "dataset");
    line(out, "", "title", both(cited.title()));
    line(out, "", "message", cited.message());
    addAuthors(out, "", sources.stream().map(Dataset::publisher).distinct().toList());
    line(out, "", "version", cited.version());
    out.append("date-released: ").append(cited.released()).append('\n');
    address(out, "", "url", cited.url());
    if (!sources.isEmpty()) {
      out.append("references:\n");
      distinct(sources).forEach(source -> addReference(out, source));
    }
    return out.toString();
  }

  private static Collection<Dataset> distinct(Collection<Dataset> sources) {
    var byId = new LinkedHashMap<String, Dataset>();
    sources.forEach(source -> byId.putIfAbsent(source.id(), source));
    return byId.values();
  }

  private static void addAuthors(StringBuilder out, String indent, Collection<String> names) {
    out.append(indent).append("authors:\n");
    var all = names.isEmpty() ? java.util.List.of("Sozialradar") : names;
    all.forEach(name -> line(out, indent + "  - ", "name", name));
  }

  private static void addReference(StringBuilder out, Dataset source) {
    out.append("  - type: data\n");
    String indent = "    ";
    line(out, indent, "title", both(source.title()));
    addAuthors(out, indent, java.util.List.of(source.publisher()));
    line(out, indent, "version", source.vintage());
    line(
        out,
        indent,
        "notes",
        source.attribution()
            + " ("
            + source.licence().id()
            + ", "
            + source.licence().title()
            + ")"
            + (source.example() ? " – example data, invented / Beispieldaten, erfunden" : ""));
    address(out, indent, "license-url", source.licence().url());
  }

  /** In both languages, or once if they say the same. */
  private static String both(LocalizedText text) {
    return text.de().equals(text.en()) ? text.de() : text.de() + " / " + text.en();
  }

  private static void address(StringBuilder out, String indent, String key, String address) {
    if (ADDRESS.matcher(address).matches()) {
      line(out, indent, key, address);
    }
  }

  /** Texts are quoted as in JSON, which YAML understands. */
  private static void line(StringBuilder out, String indent, String key, String text) {
    out.append(indent).append(key).append(": \"");
    out.append(JsonStringEncoder.getInstance().quoteAsString(text)).append("\"\n");
  }
}
