package org.sozialradar.server.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.file.Folders;

/** Servers on one machine leave each other's exports alone, and clear up after killed ones. */
class SpoolFolderTest {
  @TempDir Path parent;

  /** Another server: a process that begins, says so and is killed. */
  static final class OtherServer {
    private OtherServer() {}

    public static void main(String[] parent) throws Exception {
      SpoolFolder.make(Path.of(parent[0]));
      System.out.println("began");
      System.in.read();
    }
  }

  private void beginAndKillAnother() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes = System.getProperty("java.class.path");
    var command = List.of(java, "-cp", classes, OtherServer.class.getName(), parent.toString());
    var other = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var said = other.inputReader()) {
      assertThat(said.lines().anyMatch("began"::equals)).isTrue();
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  private List<Path> folders() throws Exception {
    try (var found = Files.list(parent)) {
      return found.toList();
    }
  }

  @Test
  void whatAKilledServerLeftIsDeletedByTheNext() throws Exception {
    beginAndKillAnother();
    assertThat(folders()).hasSize(1);
    var left = folders().get(0);
    try (var next = SpoolFolder.make(parent)) {
      assertThat(folders()).containsExactly(next.path()).doesNotContain(left);
    }
    assertThat(folders()).isEmpty();
  }

  @Test
  void runningServersKeepTheirsWhoeverBegins() throws Exception {
    try (var first = SpoolFolder.make(parent);
        var second = SpoolFolder.make(parent)) {
      beginAndKillAnother();
      assertThat(folders()).contains(first.path(), second.path());
    }
  }

  @Test
  void aFolderThatTheSystemCleanedUpIsMadeAnew() throws Exception {
    try (var folder = SpoolFolder.make(parent)) {
      var before = folder.path();
      Folders.delete(before);
      assertThat(folder.path()).isDirectory().isNotEqualTo(before);
    }
    assertThat(folders()).isEmpty();
  }
}
