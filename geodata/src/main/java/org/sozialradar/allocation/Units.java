package org.sozialradar.allocation;

import java.util.Arrays;

/** How many units of each kind stand in each area. */
final class Units {
  static final Units NONE = new Units(new int[0][]);

  private final int[][] number;

  Units(int[][] number) {
    this.number = number;
  }

  /** By kind and area; not to be changed. */
  int[][] number() {
    return number;
  }

  /** Units of all kinds in an area. */
  static int here(int[][] units, int area) {
    int here = 0;
    for (int[] own : units) {
      here += own[area];
    }
    return here;
  }

  /** What all units cost. */
  static double cost(Ground ground, int[][] units) {
    double cost = 0;
    for (int k = 0; k < units.length; k++) {
      cost += Arrays.stream(units[k]).sum() * ground.kinds.get(k).cost();
    }
    return cost;
  }
}
