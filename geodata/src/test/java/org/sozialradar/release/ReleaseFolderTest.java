package org.sozialradar.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.dataset.LocalizedText;

/** Files of releases are written once and never served when they are not what they were. */
class ReleaseFolderTest {
  private static final LocalizedText TITLE = new LocalizedText("Werte", "Values");
  private static final String NAME = "values.csv";

  @TempDir Path directory;
  private ReleaseFolder folder;

  @BeforeEach
  void useFolder() {
    folder = new ReleaseFolder(directory.resolve("releases"));
  }

  private Release write(String id, String text) throws IOException {
    try (var draft = folder.begin(id, () -> {})) {
      add(draft, NAME, text);
      draft.finish();
      draft.keep();
      var description =
          new ReleaseDescription(TITLE, "", List.of("Amt"), draft.files(), List.of(), List.of());
      return new Release(id, 1, Instant.EPOCH, draft.place(), description, Optional.empty());
    }
  }

  private static void add(ReleaseDraft draft, String name, String text) throws IOException {
    draft.add(name, TITLE, "text/csv", out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Path get(Release release) throws IOException {
    return folder.get(release, release.findFile(NAME).orElseThrow());
  }

  @Test
  void aFileIsWhatWasWritten() throws IOException {
    var release = write("2026.1", "abc");
    var file = release.findFile(NAME).orElseThrow();
    assertThat(get(release)).hasContent("abc").isEqualTo(get(release));
    assertThat(file.bytes()).isEqualTo(3);
    assertThat(file.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(release.findFile("other.csv")).isEmpty();
  }

  @Test
  void nothingIsLeftOfWhatWasNotFinished() throws IOException {
    try (var draft = folder.begin("2026.1", () -> {})) {
      add(draft, NAME, "abc");
    }
    try (var draft = folder.begin("2026.1", () -> {})) {
      assertThatIOException()
          .isThrownBy(
              () ->
                  draft.add(
                      NAME,
                      TITLE,
                      "text/csv",
                      out -> {
                        throw new IOException("the disk is full");
                      }));
    }
    assertThat(folder.path()).isEmptyDirectory();
  }

  @Test
  void whatIsBeingWrittenStaysAndWhatNobodyKeptGoes() throws IOException {
    var kept = write("2026.1", "abc");
    try (var draft = folder.begin("2026.2", () -> {})) {
      add(draft, NAME, "abc");
      Files.writeString(draft.workplace().resolve("part"), "abc");
      assertThat(folder.removeAbandoned((id, place) -> false)).isEmpty();
      draft.finish();
      assertThat(folder.removeAbandoned((id, place) -> false)).isEmpty();
      assertThat(folder.path().resolve(draft.place())).isDirectoryNotContaining("glob:**.work");
    }
    assertThat(get(kept)).hasContent("abc");
    assertThat(folder.removeAbandoned((id, place) -> false)).hasSize(1);
    assertThat(onlyEntry()).isEqualTo(kept.place());
  }

  @Test
  void whatWasRecordedStaysThoughNobodySaidSo() throws IOException {
    String place;
    try (var draft = folder.begin("2026.2-b", () -> {})) {
      add(draft, NAME, "abc");
      draft.finish();
      place = draft.place();
    }
    assertThat(folder.removeAbandoned((id, at) -> id.equals("2026.2-b") && at.equals(place)))
        .isEmpty();
    assertThat(onlyEntry()).isEqualTo(place);
    assertThat(folder.removeAbandoned((id, at) -> false)).isEmpty();
  }

  @Test
  void whatIsNoReleaseIsNeverDeleted() throws IOException {
    assertThat(folder.removeAbandoned((id, place) -> false)).isEmpty();
    Files.createDirectories(folder.path().resolve("something-12345678"));
    Files.createDirectories(folder.path().resolve(".unfinished-mine"));
    Files.createDirectories(folder.path().resolve(".unfinished-2026.1-0123abcd"));
    assertThat(folder.removeAbandoned((id, place) -> false)).containsExactly("2026.1-0123abcd");
    try (var entries = Files.list(folder.path())) {
      assertThat(entries)
          .extracting(path -> path.getFileName().toString())
          .containsExactlyInAnyOrder("something-12345678", ".unfinished-mine");
    }
  }

  /** Another process, as locks of the same one would not be tried. */
  @Test
  void whatAnotherProcessWritesStaysUntilItIsKilled() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var writer =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                folder.path().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var told = writer.inputReader(StandardCharsets.UTF_8)) {
      String place = told.readLine();
      assertThat(ReleaseFolder.isPlace(place)).isTrue();
      assertThat(folder.removeAbandoned((id, at) -> false)).isEmpty();
      assertThat(folder.path().resolve(".unfinished-" + place)).isNotEmptyDirectory();
      writer.destroyForcibly().waitFor();
      assertThat(folder.removeAbandoned((id, at) -> false)).containsExactly(place);
      assertThat(folder.path()).isEmptyDirectory();
    } finally {
      writer.destroyForcibly();
    }
  }

  /** Begins a release and never ends it. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws Exception {
      try (var draft = new ReleaseFolder(Path.of(arguments[0])).begin("2026.1", () -> {})) {
        add(draft, NAME, "abc");
        System.out.println(draft.place());
        new CountDownLatch(1).await();
      }
    }
  }

  private String onlyEntry() throws IOException {
    try (var entries = Files.list(folder.path())) {
      var names = entries.map(path -> path.getFileName().toString()).toList();
      assertThat(names).hasSize(1);
      return names.get(0);
    }
  }

  /** Without an end if it waits. */
  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void nobodyWaitsForTheFilesOfOthers() throws Exception {
    var slow = write("2026.1", "abc");
    var quick = write("2026.2", "abc");
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var served =
        new ReleaseFolder(
            folder.path(),
            file -> {
              if (file.toString().contains(slow.place())) {
                begun.countDown();
                await(go);
              }
              return FileDigest.of(file);
            });
    var first =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return served.get(slow, slow.findFile(NAME).orElseThrow());
              } catch (IOException failure) {
                throw new UncheckedIOException(failure);
              }
            });
    begun.await();
    assertThat(served.get(quick, quick.findFile(NAME).orElseThrow())).hasContent("abc");
    assertThat(first).isNotDone();
    go.countDown();
    assertThat(first.get()).hasContent("abc");
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IOException(interrupted);
    }
  }

  @Test
  void oneAttemptNeverTouchesAnother() throws IOException {
    var first = write("2026.1", "abc");
    var second = write("2026.1", "xyz");
    assertThat(get(first)).hasContent("abc");
    assertThat(get(second)).hasContent("xyz");
  }

  @Test
  void noNameIsWrittenTwice() throws IOException {
    try (var draft = folder.begin("2026.1", () -> {})) {
      add(draft, NAME, "abc");
      assertCode("file-unfit", () -> add(draft, NAME, "xyz"));
      assertCode("file-unfit", () -> add(draft, "VALUES.csv", "xyz"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "a/b", ".hidden", "", "a\u0000", "a b", "ä.csv"})
  void namesStayInTheFolder(String name) throws IOException {
    try (var draft = folder.begin("2026.1", () -> {})) {
      assertCode("file-unfit", () -> add(draft, name, "abc"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../2026", "2026..1", "2026.1/", "2026.1.", "ä", "A"})
  void idsStayInTheFolder(String id) {
    assertThat(Release.isId(id)).isFalse();
    assertCode("id-unfit", () -> folder.begin(id, () -> {}));
  }

  @Test
  void longIdsAreRefusedAndUsualOnesAreNot() {
    assertThat(Release.isId("1".repeat(33))).isFalse();
    assertThat(List.of("2026.1", "2026", "2026-11-22", "2026.1-beta.2")).allMatch(Release::isId);
  }

  @Test
  void changedBytesAreNeverServedAlsoOfTheSameLength() throws IOException {
    var release = write("2026.1", "abc");
    var path = get(release);
    overwrite(path, "abd");
    assertThatIOException().isThrownBy(() -> get(release)).withMessageContaining("SHA-256");
    assertThatIOException().isThrownBy(() -> get(release)).withMessageContaining("SHA-256");
    overwrite(path, "abc");
    assertThat(get(release)).hasContent("abc");
  }

  private static void overwrite(Path path, String text) throws IOException {
    var before = Files.getLastModifiedTime(path);
    assertThat(path.toFile().setWritable(true)).isTrue();
    Files.writeString(path, text);
    Files.setLastModifiedTime(path, FileTime.fromMillis(before.toMillis() + 5_000));
  }

  @Test
  void aLinkIsNeverFollowed() throws IOException {
    var release = write("2026.1", "abc");
    var path = get(release);
    var secret = Files.writeString(directory.resolve("secret"), "abc");
    Files.delete(path);
    Files.createSymbolicLink(path, secret);
    assertThatIOException().isThrownBy(() -> get(release)).withMessageContaining("is a link");
    Files.delete(path);
    var inside = Files.createDirectory(directory.resolve("elsewhere"));
    Files.writeString(inside.resolve(NAME), "abc");
    Files.delete(path.getParent());
    Files.createSymbolicLink(path.getParent(), inside);
    assertThatIOException().isThrownBy(() -> get(release)).withMessageContaining("is a link");
    folder.delete(release);
    assertThat(inside.resolve(NAME)).hasContent("abc");
    assertThat(path.getParent()).doesNotExist();
  }

  @Test
  void whatIsMissingIsSaidSo() throws IOException {
    var release = write("2026.1", "abc");
    assertThat(folder.delete(release)).isTrue();
    assertThat(folder.delete(release)).isFalse();
    assertThatThrownBy(() -> get(release)).isInstanceOf(FileNotFoundException.class);
  }

  private static void assertCode(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            ReleaseException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
