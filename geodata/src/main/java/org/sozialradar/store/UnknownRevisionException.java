package org.sozialradar.store;

/** The store does not keep the revision that was named: a mistake of the caller. */
public final class UnknownRevisionException extends StoreException {
  private static final long serialVersionUID = 1L;
  private final long revision;

  public UnknownRevisionException(long revision) {
    super("the store keeps no revision " + revision);
    this.revision = revision;
  }

  /** The number that was asked for. */
  public long revision() {
    return revision;
  }
}
