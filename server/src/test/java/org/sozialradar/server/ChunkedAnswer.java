package org.sozialradar.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer to one request over a connection of its own, read as slowly as one likes: header
 * first, then chunk by chunk, then the trailer.
 */
final class ChunkedAnswer implements AutoCloseable {
  private static final int SMALL_WINDOW = 4096;

  private final Socket socket;
  private final InputStream in;

  /** Asks, and reads nothing yet. */
  ChunkedAnswer(URI server, String path, String... headers) throws IOException {
    socket = new Socket();
    socket.setReceiveBufferSize(SMALL_WINDOW);
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    in = new BufferedInputStream(socket.getInputStream(), SMALL_WINDOW);
    var request = new StringBuilder("GET ").append(path).append(" HTTP/1.1\r\n");
    request.append("Host: ").append(server.getAuthority()).append("\r\n");
    for (var header : headers) {
      request.append(header).append("\r\n");
    }
    request.append("\r\n");
    socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads the status. */
  int readStatus() throws IOException {
    return Integer.parseInt(readLine().split(" ", 3)[1]);
  }

  /** Reads header fields, or those of the trailer; names in lower case. */
  Map<String, String> readFields() throws IOException {
    var fields = new TreeMap<String, String>();
    for (String field = readLine(); !field.isEmpty(); field = readLine()) {
      int colon = field.indexOf(':');
      fields.put(
          field.substring(0, colon).toLowerCase(Locale.ROOT), field.substring(colon + 1).strip());
    }
    return fields;
  }

  /**
   * Reads a chunk; an empty one is the last, and the trailer follows.
   *
   * @throws IOException if the connection ends within
   */
  byte[] readChunk() throws IOException {
    int length = Integer.parseInt(readLine(), 16);
    byte[] chunk = in.readNBytes(length);
    if (chunk.length < length) {
      throw new EOFException("hung up within a chunk");
    }
    if (length > 0) {
      readLine();
    }
    return chunk;
  }

  /** Reads all chunks up to the trailer. */
  byte[] readBody() throws IOException {
    var body = new ByteArrayOutputStream();
    for (byte[] chunk = readChunk(); chunk.length > 0; chunk = readChunk()) {
      body.writeBytes(chunk);
    }
    return body.toByteArray();
  }

  private String readLine() throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("hung up after \"" + line + '"');
      }
      line.append((char) next);
    }
    return line.toString().stripTrailing();
  }

  /** Goes away without a word, as a computer that is switched off. */
  void vanish() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
