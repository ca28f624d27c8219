package org.sozialradar.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All files that an import needs, as one archive for another machine or process: a folder for each
 * data package, with the manifest and the data files at the paths that it names, and a list of what
 * is to be imported. An archive without the list means all manifests in it.
 */
public final class ImportBundle {
  private static final String LIST = "inputs.txt";
  private static final int MAX_DEPTH = 8;
  private static final long MAX_LIST_BYTES = 1 << 20;

  private static final IssueType NOTHING =
      IssueType.error(
          "upload-without-manifest",
          "In dem, was geschickt wurde, ist keine datapackage.json.",
          "There is no datapackage.json in what was sent.");
  private static final IssueType BAD_LIST =
      IssueType.error(
          "upload-list-invalid",
          "Die Liste inputs.txt nennt etwas, das nicht dabei ist: %s",
          "The list inputs.txt names something that is not there: %s");

  private final ManifestReader reader;
  private final ZipOutputStream zip;
  private final List<String> inputs = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private ImportBundle(ManifestReader reader, ZipOutputStream zip) {
    this.reader = reader;
    this.zip = zip;
  }

  /**
   * Packs all that an import reads.
   *
   * @param out gets a zip archive; is not closed
   * @throws InputRejectedException if an input means nothing, a manifest cannot be read or a file
   *     is missing
   * @throws IOException if a file cannot be read or {@code out} cannot be written
   */
  public static void pack(ImportRequest request, ManifestReader reader, OutputStream out)
      throws IOException {
    var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    var bundle = new ImportBundle(reader, zip);
    var plan = new ImportPlan(reader, request.manifestFolders());
    var parts = new LinkedHashMap<Path, ImportPlan.Part>();
    for (var input : request.inputs()) {
      var part = plan.partOf(input);
      parts.merge(part.manifest().toAbsolutePath().normalize(), part, Importer::both);
    }
    var files = new DataFiles(request.dataFolders());
    for (var part : parts.values()) {
      bundle.add(part, files);
    }
    bundle.add(LIST, String.join("\n", bundle.inputs));
    zip.finish();
  }

  private void add(ImportPlan.Part part, DataFiles files) throws IOException {
    String folder = names.size() + "/";
    if (!part.resources().isEmpty()) {
      // A manifest of another name would not be found by the data files beside it.
      add(folder + ImportPlan.MANIFEST_NAME, part.manifest());
      for (var file : part.resources().entrySet()) {
        inputs.add(folder + file.getKey());
        add(folder + file.getKey(), file.getValue());
      }
      return;
    }
    String name = folder + part.manifest().getFileName();
    inputs.add(name);
    add(name, part.manifest());
    var beside = part.manifest().toAbsolutePath().getParent();
    for (var resource : reader.read(part.manifest()).resources()) {
      add(folder + resource.path(), files.get(resource, beside));
    }
  }

  private void add(String name, Path file) throws IOException {
    if (names.add(name)) {
      zip.putNextEntry(new ZipEntry(name));
      Files.copy(file, zip);
      zip.closeEntry();
    }
  }

  private void add(String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /**
   * What is to be imported of a folder into which such an archive was unpacked.
   *
   * @throws InputRejectedException if there is nothing, or the list names what is not there
   */
  public static List<Path> inputs(Path folder) {
    try {
      var list = folder.resolve(LIST);
      return Files.isRegularFile(list) ? listed(folder, list) : manifests(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<Path> listed(Path folder, Path list) throws IOException {
    if (Files.size(list) > MAX_LIST_BYTES) {
      throw new InputRejectedException(BAD_LIST.at(IssuePlace.ofFile(LIST), "", "…"));
    }
    var text = new String(Files.readAllBytes(list), StandardCharsets.UTF_8);
    var found = new ArrayList<Path>();
    for (var line : text.lines().filter(one -> !one.isBlank()).toList()) {
      var file = folder.resolve(safe(line)).normalize();
      if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
        throw new InputRejectedException(BAD_LIST.at(IssuePlace.ofFile(LIST), line, line));
      }
      found.add(file);
    }
    return found.isEmpty() ? manifests(folder) : found;
  }

  private static String safe(String line) {
    if (!ArchiveCheck.isSafe(line)) {
      throw new InputRejectedException(BAD_LIST.at(IssuePlace.ofFile(LIST), line, line));
    }
    return line;
  }

  private static List<Path> manifests(Path folder) throws IOException {
    try (Stream<Path> files =
        Files.find(folder, MAX_DEPTH, (file, facts) -> ImportPlan.isManifestName(file))) {
      var found = files.sorted().toList();
      if (found.isEmpty()) {
        throw new InputRejectedException(NOTHING.issue());
      }
      return found;
    }
  }
}
