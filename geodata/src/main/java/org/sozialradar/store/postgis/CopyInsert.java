package org.sozialradar.store.postgis;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.jdbc.PgArray;
import org.sozialradar.store.jdbc.Dialect.RowParameters;
import org.sozialradar.store.jdbc.Dialect.Target;

/**
 * Adds rows by COPY in PostgreSQL's binary format, which spares the server the parsing of numbers
 * and geometries (PostgreSQL 15, COPY, File Formats). The type of each value must be that of its
 * column: nothing is converted on the way.
 */
final class CopyInsert implements AutoCloseable {
  private static final int CHUNK_BYTES = 1 << 16;
  private static final int NULL = -1;
  private static final int END = -1;
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };

  private final CopyIn copy;
  private final ByteArrayOutputStream chunk = new ByteArrayOutputStream(2 * CHUNK_BYTES);
  private final DataOutputStream rows = new DataOutputStream(chunk);

  private CopyInsert(CopyIn copy) {
    this.copy = copy;
  }

  static <T> void insertAll(
      Connection connection, Target target, Iterable<T> items, RowParameters<T> parameters)
      throws SQLException {
    var api = connection.unwrap(PGConnection.class).getCopyAPI();
    try (var insert = new CopyInsert(api.copyIn(sql(target)))) {
      insert.begin();
      for (T item : items) {
        insert.row(parameters.of(item));
      }
      insert.end();
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be written", e);
    }
  }

  private static String sql(Target target) {
    return "COPY %s (%s) FROM STDIN WITH (FORMAT binary)"
        .formatted(target.table(), String.join(", ", target.columns()));
  }

  /** The head has no flags and no extension. */
  private void begin() throws IOException {
    rows.write(SIGNATURE);
    rows.writeInt(0);
    rows.writeInt(0);
  }

  private void row(List<Object> values) throws IOException, SQLException {
    rows.writeShort(values.size());
    for (var value : values) {
      field(value);
    }
    if (chunk.size() >= CHUNK_BYTES) {
      send();
    }
  }

  private void field(Object value) throws IOException {
    if (value instanceof Optional<?> optional) {
      if (optional.isEmpty()) {
        rows.writeInt(NULL);
      } else {
        field(optional.get());
      }
    } else if (value instanceof Long number) {
      rows.writeInt(Long.BYTES);
      rows.writeLong(number);
    } else if (value instanceof Integer number) {
      rows.writeInt(Integer.BYTES);
      rows.writeInt(number);
    } else if (value instanceof Double number) {
      rows.writeInt(Double.BYTES);
      rows.writeDouble(number);
    } else {
      bytes(bytesOf(value));
    }
  }

  private void bytes(byte[] bytes) throws IOException {
    rows.writeInt(bytes.length);
    rows.write(bytes);
  }

  private static byte[] bytesOf(Object value) {
    if (value instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    if (value instanceof byte[] geometry) {
      return geometry;
    }
    if (value instanceof PgArray array && array.toBytes() != null) {
      return array.toBytes();
    }
    throw new IllegalStateException("no binary form of " + value.getClass());
  }

  private void send() throws SQLException {
    copy.writeToCopy(chunk.toByteArray(), 0, chunk.size());
    chunk.reset();
  }

  private void end() throws IOException, SQLException {
    rows.writeShort(END);
    send();
    copy.endCopy();
  }

  /** Gives up what was not ended. */
  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
