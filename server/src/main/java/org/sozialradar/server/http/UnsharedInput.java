package org.sozialradar.server.http;

import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;

/**
 * Lets no connection read a request into memory that was another's before: buffers outside the heap
 * come from a pool, those on the heap are made for whoever asks.
 *
 * <p>Jetty 12.1 answers a malformed request on one thread while another lets go of the buffer that
 * it was read into. Now and then both give it back. From a pool two connections then got the same
 * buffer: requests stayed without an answer, or were cut off. Safe for use by many threads.
 */
final class UnsharedInput extends ByteBufferPool.Wrapper {
  private final ByteBufferPool unshared = new ByteBufferPool.NonPooling();

  UnsharedInput(ByteBufferPool shared) {
    super(shared);
  }

  @Override
  public RetainableByteBuffer.Mutable acquire(int size, boolean direct) {
    return direct ? super.acquire(size, true) : unshared.acquire(size, false);
  }
}
