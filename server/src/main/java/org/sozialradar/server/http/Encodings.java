package org.sozialradar.server.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** gzip and whether a client takes it (RFC 9110, section 12.5.3). */
public final class Encodings {
  private Encodings() {}

  /**
   * Whether a client takes gzip.
   *
   * @param acceptEncoding value of {@code Accept-Encoding}, empty if there is none: then it gets
   *     plain bytes, which each can read
   */
  public static boolean acceptsGzip(String acceptEncoding) {
    if (acceptEncoding.indexOf(';') < 0) {
      return acceptEncoding.contains("gzip") || acceptEncoding.equals("*");
    }
    double any = 0;
    for (String coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
      String name = coding.split(";", 2)[0].strip();
      if (name.equals("gzip")) {
        return quality(coding) > 0;
      }
      any = name.equals("*") ? quality(coding) : any;
    }
    return any > 0;
  }

  private static double quality(String coding) {
    int at = coding.indexOf("q=");
    if (at < 0) {
      return 1;
    }
    try {
      return Double.parseDouble(coding.substring(at + 2).strip());
    } catch (NumberFormatException malformed) {
      return 0; // Plain bytes are right for each client.
    }
  }

  static byte[] gzip(byte[] plain) {
    var out = new ByteArrayOutputStream(plain.length / 3 + 64);
    try (var gzip = new GZIPOutputStream(out, 4096)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  static byte[] gunzip(byte[] zipped) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped), 4096)) {
      return in.readAllBytes();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
