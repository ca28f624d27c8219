package org.sozialradar.server.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.publication.Releases;
import org.sozialradar.release.Release;
import org.sozialradar.release.ReleaseFolder;
import org.sozialradar.server.TestCountry;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Stores;

/** What a release says of itself, in each of its files. */
class FrozenExportsTest {
  private static final String SERVER = "https://radar.example/sachsen";
  private static final String ADDRESS = SERVER + "/api/releases/2026.1";
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-04T12:00:00.5Z"), ZoneOffset.UTC);

  @TempDir Path temp;
  private GeodataStore store;

  @BeforeEach
  void open() {
    store = Stores.open(temp.resolve("store").toString());
    TestCountry.fill(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Release freeze(LocalizedText title, List<String> formats, String language)
      throws IOException {
    var releases = new Releases(store, new ReleaseFolder(temp.resolve("releases")), NOON);
    var asked = new Releases.Asked("2026.1", title, "", List.of("municipality"), formats);
    return releases.freeze(asked, new FrozenExports(NOON).at(SERVER).in(language), () -> {});
  }

  private Release freeze(String format) throws IOException {
    return freeze(LocalizedText.same("Sozialradar 2026.1"), List.of(format), "de");
  }

  private String text(Release release, String file) throws IOException {
    return Files.readString(temp.resolve("releases").resolve(release.place()).resolve(file));
  }

  private Map<String, String> unpack(Release release, String file) throws IOException {
    var path = temp.resolve("releases").resolve(release.place()).resolve(file);
    var files = new LinkedHashMap<String, String>();
    try (var in = new ZipInputStream(Files.newInputStream(path))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void packagesCiteTheReleaseWithItsAddressAndDay() throws Exception {
    var release = freeze("csv-long");
    var files = unpack(release, "municipality-csv-long.zip");
    assertThat(files.get("README.md"))
        .contains("Teil der Ausgabe 2026.1 „Sozialradar 2026.1“ vom 2026-03-04 (Revision 3)")
        .contains("Part of release 2026.1", ADDRESS);
    assertThat(files.get("CITATION.cff"))
        .contains("version: \"2026.1\"", "date-released: 2026-03-04", "url: \"" + ADDRESS + "\"");
  }

  @Test
  void theCitationFileOfTheReleaseNamesItsAddressAndTheTimeOfItsRecord() throws Exception {
    var release = freeze("csv-long");
    assertThat(release.createdAt()).isEqualTo(Instant.parse("2026-03-04T12:00:00Z"));
    assertThat(text(release, "CITATION.cff"))
        .contains("title: \"Sozialradar 2026.1\"\n")
        .contains("version: \"2026.1\"", "date-released: 2026-03-04", "url: \"" + ADDRESS + "\"");
  }

  @Test
  void packagesHoldTheMethodsOfWhatWasComputedHere() throws Exception {
    var files = unpack(freeze("csv-long"), "municipality-csv-long.zip");
    assertThat(files.get("README.md"))
        .contains("`method-cohesion.json`, <" + SERVER + "/docs/methods/cohesion>")
        .doesNotContain("(/docs", " /docs/methods");
    assertThat(files.get("method-cohesion.json")).contains("\"document\"");
    assertThat(files.get("SHA256SUMS")).contains("  method-cohesion.json\n");
  }

  @Test
  void whatIsRefusedAndTitlesAreInTheLanguageThatWasAskedFor() throws Exception {
    var title = new LocalizedText("Lage in Sachsen", "State of Saxony");
    assertThatThrownBy(() -> freeze(title, List.of("shapefile"), "en"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.arguments().toString()).contains("There is no format"));
    var release = freeze(title, List.of("geojson"), "en");
    assertThat(text(release, "CITATION.cff")).contains("\"Lage in Sachsen / State of Saxony\"");
    var files = unpack(release, "municipality-geojson.zip");
    var data = files.keySet().stream().filter(name -> name.endsWith(".geojson")).findFirst();
    assertThat(files.get(data.orElseThrow()))
        .contains("Part of release 2026.1 “State of Saxony”", "\"language\":\"en\"");
  }

  @Test
  void filesAreCalledByAllTheirAreas() throws Exception {
    var titles = freeze("csv-long").description().files().stream().map(file -> file.title().de());
    assertThat(titles).anyMatch(title -> title.startsWith("Gemeinden: "));
  }
}
