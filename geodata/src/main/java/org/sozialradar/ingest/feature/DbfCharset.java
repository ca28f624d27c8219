package org.sozialradar.ingest.feature;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The character encoding of a DBF table: as the manifest says, else the {@code .cpg} file, else the
 * table's language byte, else UTF-8 where the bytes are valid UTF-8 and Windows-1252 where not.
 */
final class DbfCharset {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Language driver ids of dBASE and of ESRI's programs. */
  private static final Map<Integer, String> BY_LANGUAGE =
      Map.of(0x01, "IBM437", 0x02, "IBM850", 0x03, "windows-1252", 0x57, "windows-1252");

  private static final Map<String, String> BY_NAME =
      Map.of(
          "65001", "UTF-8",
          "1252", "windows-1252",
          "ansi1252", "windows-1252",
          "cp1252", "windows-1252",
          "88591", "ISO-8859-1",
          "8859_1", "ISO-8859-1",
          "iso88591", "ISO-8859-1",
          "850", "IBM850",
          "oem850", "IBM850",
          "437", "IBM437");

  private final List<Charset> declared;

  private DbfCharset(List<Charset> declared) {
    this.declared = declared;
  }

  /**
   * The encoding by what the manifest and the {@code .cpg} file say.
   *
   * @param manifest name of an encoding, or empty
   * @param cpg content of the {@code .cpg} file, or empty
   */
  static DbfCharset of(String manifest, String cpg) {
    return new DbfCharset(
        find(manifest).or(() -> find(cpg)).map(List::of).orElseGet(List::<Charset>of));
  }

  DbfCharset orLanguage(int languageByte) {
    if (!declared.isEmpty()) {
      return this;
    }
    return of(BY_LANGUAGE.getOrDefault(languageByte, ""), "");
  }

  private static Optional<Charset> find(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[ \\-]", "");
    String known = BY_NAME.getOrDefault(plain, name.strip());
    if (!known.matches("[A-Za-z0-9][A-Za-z0-9._:-]*") || !Charset.isSupported(known)) {
      return Optional.empty();
    }
    return Optional.of(Charset.forName(known));
  }

  String decode(byte[] bytes, int offset, int length) {
    if (!declared.isEmpty()) {
      return new String(bytes, offset, length, declared.get(0));
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, offset, length))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, offset, length, WINDOWS);
    }
  }
}
