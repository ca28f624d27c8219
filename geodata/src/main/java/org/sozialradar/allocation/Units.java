package org.sozialradar.allocation;

/** How many units of each kind stand in each area. */
final class Units {
  private final int[][] number;

  Units(int[][] number) {
    this.number = number;
  }

  /** By kind and area; not to be changed. */
  int[][] number() {
    return number;
  }
}
