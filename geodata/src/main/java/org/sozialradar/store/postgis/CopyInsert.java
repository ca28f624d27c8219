package org.sozialradar.store.postgis;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.PGobject;
import org.sozialradar.store.jdbc.Dialect.RowParameters;
import org.sozialradar.store.jdbc.Dialect.Target;

/** Adds rows by COPY in text format. */
final class CopyInsert {
  private static final int CHUNK_CHARACTERS = 1 << 16;
  private static final String NULL = "\\N";

  private CopyInsert() {}

  static <T> void insertAll(
      Connection connection, Target target, Iterable<T> items, RowParameters<T> parameters)
      throws SQLException {
    var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql(target));
    boolean ended = false;
    try {
      var rows = new StringBuilder();
      for (T item : items) {
        append(rows, parameters.of(item));
        if (rows.length() >= CHUNK_CHARACTERS) {
          send(copy, rows);
        }
      }
      send(copy, rows);
      copy.endCopy();
      ended = true;
    } finally {
      if (!ended && copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static String sql(Target target) {
    return "COPY " + target.table() + " (" + String.join(", ", target.columns()) + ") FROM STDIN";
  }

  private static void send(CopyIn copy, StringBuilder rows) throws SQLException {
    var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    rows.setLength(0);
  }

  private static void append(StringBuilder rows, List<Object> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      if (i > 0) {
        rows.append('\t');
      }
      append(rows, parameters.get(i));
    }
    rows.append('\n');
  }

  /** A value as PostgreSQL reads it: the driver's own arrays and geometries say it that way. */
  private static void append(StringBuilder rows, Object value) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresentOrElse(present -> append(rows, present), () -> rows.append(NULL));
    } else if (value instanceof PGobject geometry) {
      rows.append(geometry.getValue()); // hexadecimal; its toString() would be slow decimals
    } else {
      escape(rows, value.toString());
    }
  }

  private static void escape(StringBuilder rows, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> rows.append("\\\\");
        case '\n' -> rows.append("\\n");
        case '\r' -> rows.append("\\r");
        case '\t' -> rows.append("\\t");
        default -> rows.append(c);
      }
    }
  }
}
