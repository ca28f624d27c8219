package org.sozialradar.server.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.DigestUtils;
import org.sozialradar.server.http.GrowingBody;

/**
 * An export on its way: one thread writes it to a file, the sender follows as fast as the client
 * takes it. The file has no name any more once it is open, so that nothing stays behind, however
 * the process ends.
 */
final class Spool implements GrowingBody, ExportBounds {
  private static final int BUFFER = 1 << 16;

  private final FileChannel file;
  private final long most;
  private final Consumer<Spool> afterUse;
  private final MessageDigest sha256 = DigestUtils.getSha256Digest();
  private long written;
  private long beside;
  private long sent;
  private boolean whole;
  private boolean writing = true;
  private boolean reading = true;
  private Optional<IOException> failure = Optional.empty();
  private String digest = "";
  private Runnable wake = Spool::nobody;
  private Future<?> deadline = CompletableFuture.completedFuture(null);

  private Spool(FileChannel file, long most, Consumer<Spool> afterUse) {
    this.file = file;
    this.most = most;
    this.afterUse = afterUse;
  }

  /**
   * Opens a spool.
   *
   * @param place a file that is not there yet
   * @param most most bytes, those of temporary files beside it included
   * @param afterUse runs once, when neither writer nor reader need it any more
   */
  static Spool open(Path place, long most, Consumer<Spool> afterUse) throws IOException {
    var file =
        FileChannel.open(
            place,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    return new Spool(file, most, afterUse);
  }

  /** Whom to wake when nobody waits. */
  private static void nobody() {}

  /** Where the writer writes; closing it ends nothing, {@link #finish} does. */
  OutputStream out() {
    return new Out();
  }

  /** The writer is done. */
  void finish() {
    end(Optional.empty());
  }

  /** The writer gave up. */
  void fail(IOException why) {
    end(Optional.of(why));
  }

  private void end(Optional<IOException> why) {
    Runnable woken;
    synchronized (this) {
      if (!writing) {
        return;
      }
      writing = false;
      if (failure.isEmpty()) {
        failure = why;
      }
      whole = failure.isEmpty();
      digest = "sha-256=:" + Base64.getEncoder().encodeToString(sha256.digest()) + ":";
      woken = takeWake();
      releaseIfUnused();
    }
    woken.run();
  }

  /** Gives it up after some time, whoever is slow. */
  synchronized void expireAfter(ScheduledExecutorService clock, Duration longest) {
    deadline = clock.schedule(this::expire, longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Breaks it off: the writer hears it with its next byte, the reader at once. */
  void expire() {
    Runnable woken;
    synchronized (this) {
      if (failure.isEmpty()) {
        failure = Optional.of(new IOException("the export was broken off"));
      }
      woken = takeWake();
    }
    woken.run();
  }

  /** Bytes that were written. */
  synchronized long size() {
    return written;
  }

  @Override
  public synchronized void requireWanted() throws IOException {
    if (failure.isPresent()) {
      throw new BrokenOffException(failure.get());
    }
    if (!reading) {
      throw new ReaderGoneException();
    }
  }

  @Override
  public synchronized void requireRoom(long temporary) throws IOException {
    beside = temporary;
    requireRoomFor(0);
  }

  private void requireRoomFor(int more) throws IOException {
    if (written + beside + more > most) {
      throw new IOException("the export needs more than " + most + " bytes");
    }
  }

  private synchronized void append(ByteBuffer bytes) throws IOException {
    requireWanted();
    requireRoomFor(bytes.remaining());
    sha256.update(bytes.duplicate());
    while (bytes.hasRemaining()) {
      written += file.write(bytes, written);
    }
  }

  private Runnable takeWake() {
    var taken = wake;
    wake = Spool::nobody;
    return taken;
  }

  private void tell() {
    Runnable woken;
    synchronized (this) {
      woken = takeWake();
    }
    woken.run();
  }

  @Override
  public synchronized int read(ByteBuffer into) throws IOException {
    if (failure.isPresent()) {
      throw new IOException("the export could not be made", failure.get());
    }
    long there = written - sent;
    if (there == 0) {
      return whole ? -1 : 0;
    }
    into.limit((int) Math.min(into.limit(), into.position() + there));
    int read = file.read(into, sent);
    sent += Math.max(0, read);
    return read;
  }

  @Override
  public void whenMore(Runnable runnable) {
    synchronized (this) {
      if (writing && failure.isEmpty() && written == sent) {
        wake = runnable;
        return;
      }
    }
    runnable.run();
  }

  @Override
  public synchronized OptionalLong length() throws IOException {
    if (failure.isPresent()) {
      throw new IOException("the export could not be made", failure.get());
    }
    return whole ? OptionalLong.of(written) : OptionalLong.empty();
  }

  @Override
  public synchronized Optional<String> digest() {
    return whole ? Optional.of(digest) : Optional.empty();
  }

  @Override
  public synchronized void close() {
    if (reading) {
      reading = false;
      wake = Spool::nobody;
      releaseIfUnused();
    }
  }

  private void releaseIfUnused() {
    if (writing || reading) {
      return;
    }
    try {
      file.close();
    } catch (IOException alreadyUnlinked) {
      failure = Optional.of(alreadyUnlinked);
    } finally {
      deadline.cancel(false);
      afterUse.accept(this);
    }
  }

  /** It took too long, or may not be given out any more. */
  static final class BrokenOffException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenOffException(IOException why) {
      super("broken off", why);
    }
  }

  /** The client went away. */
  static final class ReaderGoneException extends IOException {
    private static final long serialVersionUID = 1L;

    ReaderGoneException() {
      super("nobody reads on");
    }
  }

  /** Gathers bytes, as formats write them one by one. */
  private final class Out extends OutputStream {
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    @Override
    public void write(int one) throws IOException {
      if (!buffer.hasRemaining()) {
        flush();
      }
      buffer.put((byte) one);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      for (int done = 0; done < length; ) {
        if (!buffer.hasRemaining()) {
          flush();
        }
        int part = Math.min(buffer.remaining(), length - done);
        buffer.put(bytes, offset + done, part);
        done += part;
      }
    }

    @Override
    public void flush() throws IOException {
      append(buffer.flip());
      buffer.clear();
      tell();
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
