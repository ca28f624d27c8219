package org.sozialradar.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A connection that sends any bytes, right or wrong, and reads what comes back as HTTP/1.1. */
final class RawConnection implements AutoCloseable {
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

  private final Socket socket;
  private final InputStream in;

  /**
   * An answer.
   *
   * @param fields header fields with their names in lower case
   * @param body as text in UTF-8
   */
  record Reply(int status, Map<String, String> fields, String body) {
    Reply {
      fields = Map.copyOf(fields);
    }

    boolean closes() {
      return fields.getOrDefault("connection", "").equalsIgnoreCase("close");
    }

    String field(String name) {
      return fields.getOrDefault(name, "");
    }
  }

  RawConnection(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) LONGEST_SILENCE.toMillis());
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Sends text of which each character is one byte. */
  void send(String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /**
   * Reads the next answer that is not provisional.
   *
   * @param head whether it answers HEAD and so has no body
   * @throws EOFException if the server hung up instead
   */
  Reply read(boolean head) throws IOException {
    Reply start = readStart();
    while (start.status() < 200) {
      start = readStart();
    }
    boolean bare = head || start.status() == 204 || start.status() == 304;
    return new Reply(start.status(), start.fields(), bare ? "" : readBody(start));
  }

  private Reply readStart() throws IOException {
    String line = readLine();
    var fields = new TreeMap<String, String>();
    for (String field = readLine(); !field.isEmpty(); field = readLine()) {
      int colon = field.indexOf(':');
      fields.merge(
          field.substring(0, colon).toLowerCase(Locale.ROOT),
          field.substring(colon + 1).strip(),
          (one, other) -> one + ", " + other);
    }
    return new Reply(Integer.parseInt(line.split(" ", 3)[1]), fields, "");
  }

  private String readBody(Reply start) throws IOException {
    if (start.fields().containsKey("content-length")) {
      int length = Integer.parseInt(start.field("content-length"));
      return text(in.readNBytes(length));
    }
    return start.field("transfer-encoding").equals("chunked")
        ? readChunks()
        : text(in.readAllBytes());
  }

  private String readChunks() throws IOException {
    var all = new ByteArrayOutputStream();
    for (int size = Integer.parseInt(readLine(), 16); size > 0; ) {
      all.writeBytes(in.readNBytes(size));
      readLine();
      size = Integer.parseInt(readLine(), 16);
    }
    String trailer = readLine();
    while (!trailer.isEmpty()) {
      trailer = readLine();
    }
    return text(all.toByteArray());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String readLine() throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server hung up after \"" + line + '"');
      }
      line.append((char) next);
    }
    return line.toString().stripTrailing();
  }

  /** Whether the server has hung up; reads what still comes until then. */
  boolean isHungUp() throws IOException {
    while (in.available() > 0) {
      in.skipNBytes(in.available());
    }
    socket.setSoTimeout(1);
    try {
      return in.read() < 0;
    } catch (java.net.SocketTimeoutException open) {
      return false;
    } finally {
      socket.setSoTimeout((int) LONGEST_SILENCE.toMillis());
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
