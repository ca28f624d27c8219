package org.sozialradar.ingest.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;

/**
 * The character encoding of a text file: as declared, else by its byte order mark, else UTF-8 if
 * all bytes are valid UTF-8, else windows-1252 if bytes occur that ISO-8859-1 leaves to control
 * characters, else ISO-8859-1.
 *
 * @param charset the encoding
 * @param markBytes length of the byte order mark, 0 if there is none
 */
record TextEncoding(Charset charset, int markBytes) {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  static TextEncoding of(InputFile file, String declared) {
    try (InputStream in = file.open()) {
      var marked = ofMark(in.readNBytes(3));
      if (!declared.isEmpty()) {
        return new TextEncoding(charset(declared, file), marked.markBytes());
      }
      return marked.markBytes() > 0 ? marked : new TextEncoding(ofBytes(file), 0);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private static TextEncoding ofMark(byte[] start) {
    if (startsWith(start, 0xef, 0xbb, 0xbf)) {
      return new TextEncoding(StandardCharsets.UTF_8, 3);
    }
    if (startsWith(start, 0xff, 0xfe)) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2);
    }
    if (startsWith(start, 0xfe, 0xff)) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 2);
    }
    return new TextEncoding(StandardCharsets.UTF_8, 0);
  }

  private static boolean startsWith(byte[] start, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= start.length || (start[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Charset charset(String name, InputFile file) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new InputRejectedException(
          TableIssues.ENCODING_UNKNOWN.at(IssuePlace.ofFile(file.name()), name, name), e);
    }
  }

  private static Charset ofBytes(InputFile file) throws IOException {
    try (InputStream in = file.open()) {
      return isUtf8(in) ? StandardCharsets.UTF_8 : ofSingleBytes(file);
    }
  }

  private static boolean isUtf8(InputStream in) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var bytes = ByteBuffer.allocate(1 << 16);
    var chars = CharBuffer.allocate(1 << 16);
    boolean end = false;
    while (!end) {
      int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      end = read < 0;
      bytes.limit(bytes.position() + Math.max(0, read)).position(0);
      chars.clear();
      if (decoder.decode(bytes, chars, end).isError()) {
        return false;
      }
      bytes.compact();
    }
    return true;
  }

  private static Charset ofSingleBytes(InputFile file) throws IOException {
    var buffer = new byte[1 << 16];
    try (InputStream in = file.open()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          if ((buffer[i] & 0xe0) == 0x80) {
            return WINDOWS_1252;
          }
        }
      }
    }
    return StandardCharsets.ISO_8859_1;
  }
}
