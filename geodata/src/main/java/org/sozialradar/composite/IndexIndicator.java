package org.sozialradar.composite;

/**
 * An indicator's place in an index.
 *
 * @param id id of the indicator
 * @param direction whether more of it raises or lowers the index; a matter of the index, not of the
 *     indicator: unemployment raises an index of disadvantage and lowers one of prosperity
 */
public record IndexIndicator(String id, Direction direction) {

  /** Whether more of an indicator raises or lowers the index. */
  public enum Direction {
    RAISES(1),
    LOWERS(-1);

    private final int sign;

    Direction(int sign) {
      this.sign = sign;
    }

    /** 1 or −1, by which values are multiplied before they are normalised. */
    public int sign() {
      return sign;
    }
  }
}
