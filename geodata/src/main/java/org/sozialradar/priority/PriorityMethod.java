package org.sozialradar.priority;

import java.util.Map;

/**
 * How criteria become one score, higher for the area that comes first. In what follows u is a value
 * on its scale from 0 (least priority of all areas) to 1 (most): (x − min)/(max − min), turned
 * round where more of it lowers the priority; min and max are those of the ranked areas as
 * published, also in draws. s = 1 − u for expected support and capacity.
 */
public sealed interface PriorityMethod {

  /** How contributions add up to the score. */
  enum Decomposition {
    /** Their sum is the score. */
    SUM,
    /**
     * Their sum is the score: each gets the share that its criterion has in the squared distance
     * from the worst.
     */
    SHARE_OF_SQUARED_DISTANCE,
    /** Their sum is the natural logarithm of the score. */
    LOGARITHM
  }

  /**
   * The mean of two axes that count alike: need (with hazard) and lack of help (support and
   * capacity), each the weighted mean of its u. Needs criteria on both.
   */
  record TwoAxes() implements PriorityMethod {
    @Override
    public String id() {
      return "two-axes";
    }
  }

  /** Σ w u with weights that sum to 1. */
  record WeightedSum() implements PriorityMethod {
    @Override
    public String id() {
      return "weighted-sum";
    }
  }

  /**
   * D⁻/(D⁺ + D⁻), D⁺ and D⁻ the Euclidean distances of v = w x/√Σx² from the best and the worst
   * that occur (Hwang and Yoon 1981). Uses values as they are, not u.
   */
  record Topsis() implements PriorityMethod {
    @Override
    public String id() {
      return "topsis";
    }

    @Override
    public Decomposition decomposition() {
      return Decomposition.SHARE_OF_SQUARED_DISTANCE;
    }
  }

  /**
   * P = (H·E)^a · N^b · (1 − κS)^c. H·E and N are the weighted geometric means of hazard and of
   * need on 0.01–1 (0.01 + 0.99 u), S the weighted mean s of support and capacity. A factor without
   * criteria is 1. Weights count within their factor; between factors the exponents do.
   *
   * @param a exponent of hazard and exposure, 0..5
   * @param b exponent of need, 0..5
   * @param c exponent of lack of help, 0..5
   * @param kappa how much of the priority the best help takes away, 0..0.99
   */
  record Product(double a, double b, double c, double kappa) implements PriorityMethod {
    /** Largest exponent. */
    public static final double MOST_EXPONENT = 5;

    /** Largest κ: with 1 the best help would end every priority. */
    public static final double MOST_KAPPA = 0.99;

    /** All factors alike, the best help halves the priority. */
    public static final Product STANDARD = new Product(1, 1, 1, 0.5);

    /**
     * Checks the exponents.
     *
     * @throws InvalidPriorityException {@code exponent-out-of-range}, {@code kappa-out-of-range}
     */
    public Product {
      requireExponent("a", a);
      requireExponent("b", b);
      requireExponent("c", c);
      if (!(kappa >= 0 && kappa <= MOST_KAPPA)) {
        throw outOfRange("kappa-out-of-range", "kappa", kappa, MOST_KAPPA);
      }
    }

    private static void requireExponent(String name, double value) {
      if (!(value >= 0 && value <= MOST_EXPONENT)) {
        throw outOfRange("exponent-out-of-range", name, value, MOST_EXPONENT);
      }
    }

    private static InvalidPriorityException outOfRange(
        String code, String name, double value, double most) {
      return new InvalidPriorityException(
          code,
          name + " is " + value + ", not in 0.." + most,
          Map.of("name", name, "value", Double.toString(value), "most", Double.toString(most)));
    }

    @Override
    public String id() {
      return "product";
    }

    @Override
    public Decomposition decomposition() {
      return Decomposition.LOGARITHM;
    }
  }

  /** Name in requests and answers. */
  String id();

  /** How contributions add up to the score. */
  default Decomposition decomposition() {
    return Decomposition.SUM;
  }
}
