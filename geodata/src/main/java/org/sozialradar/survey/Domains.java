package org.sozialradar.survey;

import java.util.stream.IntStream;

/**
 * Which domain (area, group) each respondent belongs to. Immutable; safe for use by several
 * threads.
 */
public final class Domains {
  /** Stands for a respondent who belongs to none. */
  public static final int NONE = -1;

  private final int[] ofRespondent;
  private final int count;

  private Domains(int[] ofRespondent, int count) {
    this.ofRespondent = ofRespondent;
    this.count = count;
  }

  /**
   * Domains by number.
   *
   * @param ofRespondent for each respondent a number from 0, or {@link #NONE}
   * @param count number of domains, also those without respondents
   * @throws IllegalArgumentException if a number is outside −1..count − 1
   */
  public static Domains of(int[] ofRespondent, int count) {
    for (int domain : ofRespondent) {
      if (domain < NONE || domain >= count) {
        throw new IllegalArgumentException("domain " + domain + " of " + count);
      }
    }
    return new Domains(ofRespondent.clone(), count);
  }

  /** One domain that everybody belongs to. */
  public static Domains whole(int respondents) {
    return new Domains(new int[respondents], 1);
  }

  public int count() {
    return count;
  }

  public int respondents() {
    return ofRespondent.length;
  }

  /** Domain of a respondent, {@link #NONE} for none. */
  public int of(int respondent) {
    return ofRespondent[respondent];
  }

  /** The respondents who belong to a domain, by domain, then stratum, then unit. */
  int[] ordered(SampleColumns sample) {
    return IntStream.range(0, ofRespondent.length)
        .filter(r -> ofRespondent[r] != NONE)
        .boxed()
        .sorted(
            (a, b) ->
                ofRespondent[a] != ofRespondent[b]
                    ? Integer.compare(ofRespondent[a], ofRespondent[b])
                    : sample.stratum(a) != sample.stratum(b)
                        ? Integer.compare(sample.stratum(a), sample.stratum(b))
                        : Integer.compare(sample.unit(a), sample.unit(b)))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
