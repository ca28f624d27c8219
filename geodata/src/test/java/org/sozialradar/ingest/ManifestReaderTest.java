package org.sozialradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestReaderTest {

  record Pebbles(String edition, List<String> colours) implements ResourceSettings {
    Pebbles {
      InvalidSettingException.requireText(edition, "edition");
      colours = List.copyOf(InvalidSettingException.orElse(colours, List.of()));
    }
  }

  private static final class PebbleImporter implements ResourceImporter<Pebbles> {
    @Override
    public String kind() {
      return "pebbles";
    }

    @Override
    public Class<Pebbles> settingsType() {
      return Pebbles.class;
    }

    @Override
    public void read(ResourceInput<Pebbles> input, BatchBuilder batch) {
      throw new IllegalStateException("not read here");
    }
  }

  private static final String MANIFEST =
      """
      {
        "name": "beach",
        "title": "keys of the standard are read over",
        "licenses": [{"name": "dl-de/by-2-0", "path": "https://www.govdata.de/dl-de/by-2-0"}],
        "radar": {
          "title": {"de": "Strand", "en": "Beach"},
          "publisher": "Küstenamt",
          "attribution": "© Küstenamt",
          "vintage": "2023"
        },
        "resources": [
          {
            "name": "north",
            "path": "north/pebbles.csv",
            "radar": {
              "edition": "2023",
              "kind": "pebbles",
              "colours": ["grey"]
            }
          }
        ]
      }
      """;

  private final ManifestReader reader =
      new ManifestReader(List.of(new PebbleImporter()), ImportLimits.STANDARD);

  private Manifest read(String json) {
    return reader.read(json.getBytes(StandardCharsets.UTF_8), "datapackage.json");
  }

  private ImportIssue rejection(String json) {
    return catchThrowableOfType(InputRejectedException.class, () -> read(json)).issue();
  }

  @Test
  void readsAManifestWithTheSettingsOfItsKinds() {
    var manifest = read(MANIFEST);
    assertThat(manifest.name()).isEqualTo("beach");
    assertThat(manifest.radar().example()).isFalse();
    assertThat(manifest.resources().get(0).fileName()).isEqualTo("pebbles.csv");
    assertThat(manifest.resources().get(0).radar()).isEqualTo(new Pebbles("2023", List.of("grey")));
  }

  @Test
  void anUnknownKeyUnderRadarIsRejectedWithLineAndPath() {
    var issue = rejection(MANIFEST.replace("\"colours\"", "\"colors\""));
    assertThat(issue.code()).isEqualTo("manifest-unknown-key");
    assertThat(issue.row()).isEqualTo(18);
    assertThat(issue.column()).isEqualTo("resources/0/radar/colors");
    assertThat(issue.text().en())
        .isEqualTo("The manifest has an unknown key 'colors' under 'resources/0/radar'.");
    assertThat(issue.text().de()).contains("„colors“").contains("„resources/0/radar“");
  }

  @Test
  void anUnknownKeyOfThePackageIsRejectedToo() {
    var issue = rejection(MANIFEST.replace("\"vintage\"", "\"exampel\": true, \"vintage\""));
    assertThat(issue.code()).isEqualTo("manifest-unknown-key");
    assertThat(issue.row()).isEqualTo(9);
    assertThat(issue.column()).isEqualTo("radar/exampel");
  }

  @Test
  void anUnknownKindIsNamed() {
    var issue = rejection(MANIFEST.replace("\"kind\": \"pebbles\"", "\"kind\": \"shells\""));
    assertThat(issue.code()).isEqualTo("manifest-unknown-kind");
    assertThat(issue.value()).isEqualTo("shells");
    assertThat(issue.column()).isEqualTo("resources/0/radar");
  }

  @Test
  void aMissingKeyIsNamed() {
    var issue = rejection(MANIFEST.replace("\"edition\": \"2023\",", ""));
    assertThat(issue.code()).isEqualTo("manifest-invalid");
    assertThat(issue.column()).isEqualTo("resources/0/radar");
    assertThat(issue.text().en()).contains("'edition' is missing");
    assertThat(issue.text().de()).contains("„edition“ fehlt");
  }

  @Test
  void aPathThatLeavesTheFolderIsRejected() {
    for (var path : List.of("../x.csv", "a/../../x.csv", "/etc/passwd", "C:/x.csv", "a\\\\x.csv")) {
      var issue = rejection(MANIFEST.replace("north/pebbles.csv", path));
      assertThat(issue.code()).as(path).isEqualTo("manifest-invalid");
      assertThat(issue.text().en()).contains("relative path");
      assertThat(issue.column()).isEqualTo("resources/0");
    }
  }

  @Test
  void brokenJsonIsRejectedWithItsLine() {
    var issue = rejection(MANIFEST.replace("\"2023\"\n  },", "\"2023\"\n  }"));
    assertThat(issue.code()).isEqualTo("manifest-not-json");
    assertThat(issue.row()).isEqualTo(11);
  }

  @Test
  void aTextInOneLanguageIsRejected() {
    var issue =
        rejection(MANIFEST.replace("{\"de\": \"Strand\", \"en\": \"Beach\"}", "\"Strand\""));
    assertThat(issue.code()).isEqualTo("manifest-invalid");
    assertThat(issue.column()).isEqualTo("radar/title");
  }

  @Test
  void aKeyGivenTwiceIsRejected() {
    var issue =
        rejection(MANIFEST.replace("\"name\": \"beach\",", "\"name\": \"a\",\"name\": \"b\","));
    assertThat(issue.code()).isEqualTo("manifest-not-json");
  }
}
