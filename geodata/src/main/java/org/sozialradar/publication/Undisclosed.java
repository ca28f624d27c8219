package org.sozialradar.publication;

import java.util.function.Supplier;
import org.sozialradar.store.StoreException;
import org.sozialradar.store.StoreUnreachableException;

/**
 * Lets failures of work on answers of surveys out without what they say: a message from deep below,
 * such as one of a database or a parser, may quote what it choked on. Where it failed stays.
 */
public final class Undisclosed {
  private Undisclosed() {}

  /**
   * Does work on answers.
   *
   * @throws PublicationException as the work does: its texts hold nothing of any respondent
   * @throws StoreException if a store fails; names the store, and has no cause
   * @throws IllegalStateException if anything else fails; names only the kind of failure
   */
  public static <T> T of(Supplier<T> work) {
    try {
      return work.get();
    } catch (PublicationException | StoreUnreachableException plain) {
      throw plain;
    } catch (StoreException failure) {
      // It names the store, never what it holds; its cause may.
      throw bare(new StoreException(String.valueOf(failure.getMessage())), failure);
    } catch (RuntimeException failure) {
      throw bare(new IllegalStateException("failed with " + failure.getClass().getName()), failure);
    }
  }

  private static <E extends RuntimeException> E bare(E bare, RuntimeException failure) {
    bare.setStackTrace(failure.getStackTrace());
    return bare;
  }
}
