package org.sozialradar.ingest.feature;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;

/**
 * The rows of a DBF table (dBASE III to V), one after the other. Not safe for use by many threads.
 */
final class DbfStream implements Closeable {
  private static final int HEADER_BYTES = 32;
  private static final int FIELD_BYTES = 32;
  private static final int DELETED = '*';

  private final DataInputStream in;
  private final InputFile file;
  private final DbfCharset charset;
  private final List<Field> fields = new ArrayList<>();
  private final long rows;
  private final int rowBytes;
  private long read;

  private record Field(String name, char type, int length) {}

  /**
   * A row.
   *
   * @param deleted whether the table marks it as deleted
   * @param values texts by name of the column; empty cells are absent
   */
  record Row(boolean deleted, Map<String, String> values) {
    Row {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  DbfStream(DataInputStream in, InputFile file, DbfCharset declared) throws IOException {
    this.in = in;
    this.file = file;
    var header =
        ByteBuffer.wrap(ShapefileArchive.readFully(in, HEADER_BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    this.rows = Integer.toUnsignedLong(header.getInt(4));
    int headerBytes = Short.toUnsignedInt(header.getShort(8));
    this.rowBytes = Short.toUnsignedInt(header.getShort(10));
    this.charset = declared.orLanguage(header.get(29));
    if (headerBytes <= HEADER_BYTES) {
      throw wrong("the header has " + headerBytes + " bytes");
    }
    readFields(ShapefileArchive.readFully(in, headerBytes - HEADER_BYTES));
  }

  private void readFields(byte[] header) {
    int total = 1;
    for (int at = 0; at + FIELD_BYTES <= header.length && header[at] != 0x0D; at += FIELD_BYTES) {
      int length = Byte.toUnsignedInt(header[at + 16]);
      fields.add(new Field(nameAt(header, at), (char) header[at + 11], length));
      total += length;
    }
    if (fields.isEmpty() || total > rowBytes) {
      throw wrong("the columns do not fit into rows of " + rowBytes + " bytes");
    }
  }

  private String nameAt(byte[] header, int at) {
    int length = 0;
    while (length < 11 && header[at + length] != 0) {
      length++;
    }
    return charset.decode(header, at, length).strip();
  }

  /** The number of rows that the header names. */
  long rows() {
    return rows;
  }

  /** The next row; empty at the end. */
  Optional<Row> findNext() throws IOException {
    if (read == rows) {
      return Optional.empty();
    }
    read++;
    byte[] row = ShapefileArchive.readFully(in, rowBytes);
    var values = new LinkedHashMap<String, String>();
    int offset = 1;
    for (var field : fields) {
      String text = value(row, offset, field);
      if (!text.isEmpty()) {
        values.put(field.name(), text);
      }
      offset += field.length();
    }
    return Optional.of(new Row(row[0] == DELETED, values));
  }

  private String value(byte[] row, int offset, Field field) {
    return switch (field.type()) {
      case 'N', 'F' -> number(row, offset, field.length());
      case 'D' -> day(withoutPadding(charset.decode(row, offset, field.length())));
      case 'L' -> field.length() == 0 ? "" : logical((char) row[offset]);
      default -> withoutPadding(charset.decode(row, offset, field.length()));
    };
  }

  private static String number(byte[] row, int offset, int length) {
    String text = withoutPadding(new String(row, offset, length, StandardCharsets.ISO_8859_1));
    return text.startsWith("*") ? "" : PlainNumber.of(text);
  }

  /** Days stand there as 20231231. */
  private static String day(String text) {
    return text.matches("\\d{8}")
        ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6)
        : text;
  }

  private static String logical(char sign) {
    return switch (sign) {
      case 'T', 't', 'Y', 'y' -> "true";
      case 'F', 'f', 'N', 'n' -> "false";
      default -> "";
    };
  }

  private static String withoutPadding(String text) {
    return text.replace('\0', ' ').strip();
  }

  private InputRejectedException wrong(String reason) {
    return new InputRejectedException(
        FeatureFileIssues.WRONG_FORMAT.at(IssuePlace.ofFile(file.name()), "", "DBF", reason));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
