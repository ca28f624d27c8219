package org.sozialradar.filter.cql2;

/** Which characters names of properties and functions may have, after the grammar of CQL2. */
final class Names {
  /** First and last of each range. */
  private static final int[] START = {
    ':', ':', '_', '_', 'A', 'Z', 'a', 'z', 0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x2FF, 0x370, 0x37D,
    0x37F, 0x1FFE, 0x200C, 0x200D, 0x2070, 0x218F, 0x2C00, 0x2FEF, 0x3001, 0xD7FF, 0xF900, 0xFDCF,
    0xFDF0, 0xFFFD, 0x10000, 0xEFFFF
  };

  private static final int[] PART = {'.', '.', '0', '9', 0x300, 0x36F, 0x203F, 0x2040};

  private Names() {}

  static boolean isStart(int character) {
    // the grammar's range from U+037F on has spaces in it
    return isIn(START, character) && !Character.isSpaceChar(character);
  }

  static boolean isPart(int character) {
    return isStart(character) || isIn(PART, character);
  }

  private static boolean isIn(int[] ranges, int character) {
    for (int i = 0; i < ranges.length; i += 2) {
      if (ranges[i] <= character && character <= ranges[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
