package org.sozialradar.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.junit.jupiter.api.Test;

class UnsharedInputTest {
  private final UnsharedInput buffers = new UnsharedInput(new ArrayByteBufferPool());

  @Test
  void whatARequestIsReadIntoBelongsToItsConnectionAlone() {
    var first = buffers.acquire(8192, false);
    first.release();
    var second = buffers.acquire(8192, false);
    var third = buffers.acquire(8192, false);
    assertThat(second.getByteBuffer().array()).isNotSameAs(first.getByteBuffer().array());
    assertThat(third.getByteBuffer().array()).isNotSameAs(second.getByteBuffer().array());
  }

  @Test
  void whatAnswersAreWrittenFromIsUsedAgain() {
    var first = buffers.acquire(8192, true);
    first.release();
    assertThat(buffers.acquire(8192, true).getByteBuffer()).isSameAs(first.getByteBuffer());
  }
}
