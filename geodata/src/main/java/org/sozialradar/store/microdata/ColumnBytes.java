package org.sozialradar.store.microdata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns of respondents as bytes: numbers as eight bytes each, high byte first; texts in UTF-8,
 * each with its length in four bytes before it.
 */
final class ColumnBytes {
  private ColumnBytes() {}

  static byte[] ofNumbers(double[] numbers) {
    var bytes = ByteBuffer.allocate(numbers.length * Double.BYTES);
    bytes.asDoubleBuffer().put(numbers);
    return bytes.array();
  }

  static double[] numbers(byte[] bytes) {
    var numbers = new double[bytes.length / Double.BYTES];
    ByteBuffer.wrap(bytes).asDoubleBuffer().get(numbers);
    return numbers;
  }

  static byte[] ofTexts(List<String> texts) {
    var encoded = texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    int length = encoded.stream().mapToInt(text -> text.length + Integer.BYTES).sum();
    var bytes = ByteBuffer.allocate(length);
    encoded.forEach(text -> bytes.putInt(text.length).put(text));
    return bytes.array();
  }

  static List<String> texts(byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes);
    var texts = new ArrayList<String>();
    while (buffer.hasRemaining()) {
      var text = new byte[buffer.getInt()];
      buffer.get(text);
      texts.add(new String(text, StandardCharsets.UTF_8));
    }
    return texts;
  }
}
