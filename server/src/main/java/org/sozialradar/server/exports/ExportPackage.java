package org.sozialradar.server.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.sozialradar.export.feature.FeatureFormat;

/**
 * Writes a package: an archive with a description for people, one for programs, how to cite, the
 * data, what their columns mean, and last the checksums of all. The same choice of the same
 * revision makes the same bytes.
 */
final class ExportPackage {
  private final ExportChoice choice;
  private final Path folder;
  private final ExportBounds bounds;
  private final StringBuilder sums = new StringBuilder();

  ExportPackage(ExportChoice choice, Path folder, ExportBounds bounds) {
    this.choice = choice;
    this.folder = folder;
    this.bounds = bounds;
  }

  /** Writes part of a file. */
  @FunctionalInterface
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Its files in their order. */
  List<PackageFile> files() {
    var files = new ArrayList<PackageFile>();
    files.add(new PackageFile("README.md", PackageFile.README));
    files.add(new PackageFile("CITATION.cff", PackageFile.CITATION));
    files.add(new PackageFile("datapackage.json", PackageFile.DESCRIPTION));
    addData(files);
    if (choice.format().table() != ExportFormat.Table.CODEBOOK) {
      files.add(new PackageFile("codebook.csv", PackageFile.CODEBOOK));
    }
    files.addAll(new ExportMethods(choice).files());
    files.add(new PackageFile("SHA256SUMS", PackageFile.CHECKSUMS));
    return List.copyOf(files);
  }

  private void addData(List<PackageFile> files) {
    String name = choice.dataFile();
    switch (choice.format().table()) {
      case LONG -> {
        files.add(new PackageFile(choice.name() + "-areas.csv", PackageFile.AREAS));
        files.add(new PackageFile(name, PackageFile.LONG));
      }
      case CODEBOOK -> files.add(new PackageFile(name, PackageFile.CODEBOOK));
      case WIDE -> {
        if (choice.format().isCsv()) {
          files.add(new PackageFile(name, PackageFile.TABLE));
        } else {
          files.add(new PackageFile(name, PackageFile.FEATURES));
          files.add(new PackageFile(choice.name() + ".csv", PackageFile.TABLE));
        }
      }
    }
  }

  void write(OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out);
    var files = files();
    put(files.get(0), zip, to -> to.write(ExportJob.bytes(new Readme(choice).text(files))));
    out.flush();
    put(files.get(1), zip, to -> to.write(ExportJob.bytes(new Citation(choice).file())));
    var rows = ExportRows.of(choice, bounds);
    var description = new PackageDescription(rows);
    put(files.get(2), zip, to -> to.write(ExportJob.bytes(description.text(files))));
    for (var file : files.subList(3, files.size() - 1)) {
      put(file, zip, to -> writeData(file, rows, to));
    }
    put(files.get(files.size() - 1), zip, to -> to.write(ExportJob.bytes(sums.toString())));
    zip.finish();
  }

  private void writeData(PackageFile file, ExportRows rows, OutputStream out) throws IOException {
    switch (file.kind()) {
      case PackageFile.FEATURES -> write(rows.wide(true), choice.format().features(), out);
      case PackageFile.TABLE -> write(rows.wide(false), FeatureFormat.CSV, out);
      case PackageFile.AREAS -> write(rows.areas(), FeatureFormat.CSV, out);
      case PackageFile.LONG -> new LongRows(rows, bounds).write(out);
      case PackageFile.METHOD ->
          out.write(ExportJob.bytes(new ExportMethods(choice).content(file)));
      case PackageFile.CODEBOOK -> write(rows.codebook(), FeatureFormat.CSV, out);
      default -> throw new IllegalStateException("no data in " + file);
    }
  }

  private void write(ExportTable table, FeatureFormat format, OutputStream out) throws IOException {
    ExportJob.writeTable(table, format, choice.dialect(), out, folder, bounds);
  }

  private void put(PackageFile file, ZipOutputStream zip, Content content) throws IOException {
    var entry = new ZipEntry(file.name());
    var made = choice.snapshot().revision().createdAt();
    entry.setTimeLocal(LocalDateTime.ofInstant(made, ZoneOffset.UTC));
    zip.putNextEntry(entry);
    var digest = DigestUtils.getSha256Digest();
    content.writeTo(new DigestOutputStream(zip, digest));
    zip.closeEntry();
    sums.append(HexFormat.of().formatHex(digest.digest()));
    sums.append("  ").append(file.name()).append('\n');
  }
}
