package org.sozialradar.tile.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Compression after RFC 1952. */
final class Gzip {
  private Gzip() {}

  static byte[] compress(byte[] plain) {
    var out = new ByteArrayOutputStream(plain.length / 2 + 64);
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
