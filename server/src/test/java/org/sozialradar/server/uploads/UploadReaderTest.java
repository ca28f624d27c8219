package org.sozialradar.server.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.server.http.NoContent;
import org.sozialradar.server.http.Posting;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.text.Language;

class UploadReaderTest {
  private static final String FORM = "multipart/form-data; boundary=cut";

  private static final Posting POSTING =
      new Posting("/x", Set.of(), 1 << 20, (query, upload) -> NoContent.REVALIDATE);

  @TempDir Path parent;

  private UploadFolder read(String type, InputStream body) {
    return new UploadReader(parent).read(POSTING.receive(type, -1, body), Language.ENGLISH);
  }

  private ProblemType refused(String type, InputStream body) throws IOException {
    var problem = catchThrowableOfType(ProblemException.class, () -> read(type, body));
    assertThat(problem).isNotNull();
    try (var left = Files.list(parent)) {
      assertThat(left).isEmpty();
    }
    return problem.type();
  }

  private static InputStream zip(String... names) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return new ByteArrayInputStream(out.toByteArray());
  }

  private static InputStream form(String... names) {
    var text = new StringBuilder();
    for (var name : names) {
      text.append("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
          .append(name)
          .append("\"\r\n\r\n")
          .append(name)
          .append("\r\n");
    }
    return stream(text.append("--cut--\r\n").toString());
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void archivesAndFormsBecomeFilesThatOnlyTheOwnerMayReach() throws IOException {
    for (var form : new boolean[] {false, true}) {
      var body = form ? form("a.csv", "raw/b.csv") : zip("a.csv", "raw/", "raw/b.csv");
      try (var folder = read(form ? FORM : "application/zip", body)) {
        assertThat(folder.files().resolve("a.csv")).hasContent("a.csv");
        assertThat(folder.files().resolve("raw/b.csv")).hasContent("raw/b.csv");
        assertThat(
                PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(folder.files().getParent())))
            .isEqualTo("rwx------");
        assertThat(folder.withoutPlace("x " + folder.files().resolve("a.csv")))
            .isEqualTo("x a.csv");
      }
    }
    try (var left = Files.list(parent)) {
      assertThat(left).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a.csv", "/etc/a.csv", "raw/../../a.csv", "c:\\a.csv", "a\\..\\b"})
  void namesThatLeadOutAreRefused(String name) throws IOException {
    assertThat(refused("application/zip", zip(name))).isEqualTo(ProblemType.UPLOAD_UNREADABLE);
    assertThat(refused(FORM, form(name.replace("\\", "\\\\")))).isEqualTo(ProblemType.UPLOAD_NAME);
  }

  @Test
  void namesThatMeetAreRefused() throws IOException {
    assertThat(refused("application/zip", zip("a", "a/b")))
        .isEqualTo(ProblemType.UPLOAD_UNREADABLE);
    assertThat(refused(FORM, form("a", "a"))).isEqualTo(ProblemType.UPLOAD_NAME);
    assertThat(refused(FORM, form("a", "a/b"))).isEqualTo(ProblemType.UPLOAD_NAME);
    assertThat(refused(FORM, form("a/b", "a"))).isEqualTo(ProblemType.UPLOAD_NAME);
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 2_100})
  void namesTooLongForAFileAreRefused(int length) throws IOException {
    var long1 = "x".repeat(length);
    assertThat(refused("application/zip", zip(long1))).isEqualTo(ProblemType.UPLOAD_UNREADABLE);
    assertThat(refused(FORM, form(long1))).isEqualTo(ProblemType.UPLOAD_NAME);
    var deep = "ä/".repeat(length * 4) + "x";
    assertThat(refused("application/zip", zip(deep))).isEqualTo(ProblemType.UPLOAD_UNREADABLE);
    try (var folder = read(FORM, form("x".repeat(255)))) {
      assertThat(folder.files().resolve("x".repeat(255))).exists();
    }
  }

  @Test
  void fieldsWithoutAFileAreTexts() {
    var body =
        String.join(
            "\r\n",
            "--cut",
            "Content-Disposition: form-data; name=\"question\"",
            "",
            "{\"ä\":1}",
            "--cut",
            "Content-Disposition: form-data; name=\"area\"; filename=\"a\"",
            "",
            "x",
            "--cut--",
            "");
    var reader = new UploadReader(parent);
    try (var form = reader.readForm(POSTING.receive(FORM, -1, stream(body)))) {
      assertThat(form.texts()).containsExactly(java.util.Map.entry("question", "{\"ä\":1}"));
      assertThat(form.get("area")).hasContent("x");
    }
  }

  @Test
  void whatIsNoUploadIsRefused() throws IOException {
    assertThat(refused("", stream("x"))).isEqualTo(ProblemType.UPLOAD_KIND);
    assertThat(refused("text/csv", stream("x"))).isEqualTo(ProblemType.UPLOAD_KIND);
    assertThat(refused("application/zip", stream("no zip")))
        .isEqualTo(ProblemType.UPLOAD_UNREADABLE);
    assertThat(refused(FORM, stream("no form"))).isEqualTo(ProblemType.UPLOAD_UNREADABLE);
    assertThat(refused("multipart/form-data", form("a"))).isEqualTo(ProblemType.UPLOAD_UNREADABLE);
  }

  @Test
  void tooLargeOrCutOffBodiesAreRefused() throws IOException {
    for (var type : new String[] {"application/zip", FORM}) {
      assertThat(refused(type, stream("--cut\r\n\r\n" + "x".repeat(2 << 20))))
          .isEqualTo(ProblemType.BODY_TOO_LARGE);
      var cut = new SequenceInputStream(stream("--cut\r\n\r\n"), new CutOff());
      assertThat(refused(type, cut)).isEqualTo(ProblemType.UPLOAD_CUT_OFF);
    }
    var problem =
        catchThrowableOfType(
            ProblemException.class, () -> POSTING.receive("application/zip", 2 << 20, stream("")));
    assertThat(problem.type()).isEqualTo(ProblemType.BODY_TOO_LARGE);
    assertThat(problem.arguments()).containsExactly("1 MiB");
  }

  private static final class CutOff extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("the client is gone");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      throw new IOException("the client is gone");
    }
  }
}
