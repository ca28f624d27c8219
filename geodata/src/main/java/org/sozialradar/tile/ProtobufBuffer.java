package org.sozialradar.tile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing array of bytes with the few writing operations of Protocol Buffers that vector tiles
 * need. For one thread.
 */
public final class ProtobufBuffer {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED32 = 5;

  private byte[] bytes;
  private int size;

  /** An empty buffer with room for some bytes. */
  public ProtobufBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /** A copy of what was written. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  void writeVarintField(int field, long value) {
    writeVarint((field << 3) | VARINT);
    writeVarint(value);
  }

  void writeDoubleField(int field, double value) {
    writeVarint((field << 3) | FIXED64);
    writeLittleEndian(Double.doubleToLongBits(value), Long.BYTES);
  }

  void writeFloatField(int field, float value) {
    writeVarint((field << 3) | FIXED32);
    writeLittleEndian(Float.floatToIntBits(value), Integer.BYTES);
  }

  void writeStringField(int field, String text) {
    writeBytesField(field, text.getBytes(StandardCharsets.UTF_8));
  }

  void writeBytesField(int field, byte[] content) {
    writeLength(field, content.length);
    append(content, content.length);
  }

  void writeMessageField(int field, ProtobufBuffer message) {
    writeLength(field, message.size);
    append(message.bytes, message.size);
  }

  /** Appends fields that are already written. */
  void append(ProtobufBuffer written) {
    append(written.bytes, written.size);
  }

  /** A number of variable length (LEB128), taken as unsigned. */
  public void writeVarint(long value) {
    ensure(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** A signed number in the zigzag form that keeps small magnitudes short. */
  void writeZigzag(int value) {
    writeVarint(((value << 1) ^ (value >> 31)) & 0xFFFFFFFFL);
  }

  private void writeLength(int field, int length) {
    writeVarint((field << 3) | LENGTH_DELIMITED);
    writeVarint(length);
  }

  private void writeLittleEndian(long bits, int count) {
    ensure(count);
    for (int i = 0; i < count; i++) {
      bytes[size++] = (byte) (bits >>> (8 * i));
    }
  }

  private void append(byte[] source, int length) {
    ensure(length);
    System.arraycopy(source, 0, bytes, size, length);
    size += length;
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
