package org.sozialradar.release;

import java.time.Instant;
import java.util.Map;
import org.sozialradar.dataset.LocalizedText;

/**
 * That a release may no longer be used.
 *
 * @param at when it was withdrawn
 * @param reason why, told to everybody who asks for it; one line of at most {@value #MOST_REASON}
 *     characters in each language
 * @param erased whether its files must not exist any more either, as where a wave of a survey was
 *     deleted
 */
public record Withdrawal(Instant at, LocalizedText reason, boolean erased) {
  /** Most characters of a reason. */
  public static final int MOST_REASON = 300;

  /**
   * Checks the reason.
   *
   * @throws ReleaseException {@code reason-unfit}
   */
  public Withdrawal {
    boolean fit =
        ReleaseException.isLine(reason.de(), MOST_REASON)
            && ReleaseException.isLine(reason.en(), MOST_REASON);
    ReleaseException.require(fit, "reason-unfit", Map.of("most", Integer.toString(MOST_REASON)));
  }

  /** The same, with the files gone as well. */
  Withdrawal erasing() {
    return new Withdrawal(at, reason, true);
  }
}
