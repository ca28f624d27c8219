package org.sozialradar.survey.microdata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.survey.AnswerSource;
import org.sozialradar.survey.Item;
import org.sozialradar.survey.SampleColumns;

/**
 * The respondents of one wave in columns: area, weight, stratum, sampling unit and answers of each,
 * in the order of the file. Immutable; safe for use by many threads.
 */
public final class Respondents implements AnswerSource {
  private final List<AreaCode> areas;
  private final double[] weights;
  private final List<String> strata;
  private final List<String> units;
  private final double[] populationUnits;
  private final Map<String, byte[]> answers;

  private Respondents(Builder builder) {
    areas = List.copyOf(builder.areas);
    weights = Arrays.copyOf(builder.weights, areas.size());
    strata = List.copyOf(builder.strata);
    units = List.copyOf(builder.units);
    populationUnits =
        builder.hasPopulationUnits ? Arrays.copyOf(builder.populationUnits, areas.size()) : NONE;
    answers = new TreeMap<>();
    builder.answers.forEach(
        (item, column) -> answers.put(item, Arrays.copyOf(column, areas.size())));
  }

  private static final double[] NONE = {};

  /** How many there are. */
  public int size() {
    return areas.size();
  }

  /** The area that each belongs to, on the level of the questionnaire's link. */
  public List<AreaCode> areas() {
    return areas;
  }

  /** The weights; the array belongs to the caller. */
  public double[] weights() {
    return weights.clone();
  }

  /** The stratum of each; empty if the design has none. */
  public List<String> strata() {
    return strata;
  }

  /** The sampling unit of each; empty if the design has none. */
  public List<String> units() {
    return units;
  }

  /** Sampling units of each one's stratum in the population; empty if not known. */
  public double[] populationUnits() {
    return populationUnits.clone();
  }

  /** Ids of the items that have answers, ascending. */
  public List<String> items() {
    return List.copyOf(answers.keySet());
  }

  @Override
  public byte[] answers(Item item) {
    return answers(item.id());
  }

  /**
   * The answers to an item as positions; the array is not to be changed.
   *
   * @throws IllegalArgumentException if the wave has no such item
   */
  public byte[] answers(String itemId) {
    var column = answers.get(itemId);
    if (column == null) {
      throw new IllegalArgumentException("the wave has no item " + itemId);
    }
    return column;
  }

  /**
   * How the sample was drawn.
   *
   * @throws org.sozialradar.survey.InvalidSampleException if weights or design make no sense
   */
  public SampleColumns sample() {
    return SampleColumns.designed(
        weights, strata.toArray(String[]::new), units.toArray(String[]::new), populationUnits);
  }

  /** The same respondents with other weights, such as raked ones. */
  public Respondents withWeights(double[] other) {
    if (other.length != size()) {
      throw new IllegalArgumentException(other.length + " weights for " + size() + " respondents");
    }
    var builder = new Builder(items(), !strata.isEmpty(), !units.isEmpty());
    builder.areas.addAll(areas);
    builder.weights = other.clone();
    builder.strata.addAll(strata);
    builder.units.addAll(units);
    builder.populationUnits = populationUnits;
    builder.hasPopulationUnits = populationUnits.length > 0;
    builder.answers.putAll(answers);
    return builder.build();
  }

  /** Sizes only: what a log or message may hold. */
  @Override
  public String toString() {
    return "Respondents[" + size() + " of " + answers.size() + " items]";
  }

  /** Puts the columns together as a store holds them. */
  public static Respondents of(
      List<AreaCode> areas,
      double[] weights,
      List<String> strata,
      List<String> units,
      double[] populationUnits,
      Map<String, byte[]> answers) {
    var builder = new Builder(List.copyOf(answers.keySet()), !strata.isEmpty(), !units.isEmpty());
    builder.areas.addAll(areas);
    builder.weights = weights.clone();
    builder.strata.addAll(strata);
    builder.units.addAll(units);
    builder.populationUnits = populationUnits.clone();
    builder.hasPopulationUnits = populationUnits.length > 0;
    builder.answers.putAll(answers);
    return builder.build();
  }

  /**
   * One respondent, as a row is read.
   *
   * @param area area on the level of the link
   * @param weight weight, at least 0
   * @param stratum stratum; empty if the design has none
   * @param unit sampling unit; empty if the design has none
   * @param populationUnits units of the stratum in the population; NaN if not known
   * @param positions position of the answer to each item, in the order that the builder was given
   */
  public record Row(
      AreaCode area,
      double weight,
      String stratum,
      String unit,
      double populationUnits,
      List<Byte> positions) {
    public Row {
      positions = List.copyOf(positions);
    }

    /** Nothing of the person. */
    @Override
    public String toString() {
      return "Row";
    }
  }

  /** Collects rows; not safe for use by many threads. */
  public static final class Builder {
    private final List<String> items;
    private final boolean hasStrata;
    private final boolean hasUnits;
    private final List<AreaCode> areas = new ArrayList<>();
    private double[] weights = new double[1024];
    private final List<String> strata = new ArrayList<>();
    private final List<String> units = new ArrayList<>();
    private double[] populationUnits = new double[1024];
    private boolean hasPopulationUnits;
    private final Map<String, byte[]> answers = new TreeMap<>();

    /**
     * @param items ids of the items, each once
     * @param hasStrata whether the design has strata
     * @param hasUnits whether the design has sampling units
     */
    public Builder(List<String> items, boolean hasStrata, boolean hasUnits) {
      this.items = List.copyOf(items);
      this.hasStrata = hasStrata;
      this.hasUnits = hasUnits;
      items.forEach(item -> answers.put(item, new byte[1024]));
    }

    /** Adds a respondent. */
    public Builder add(Row row) {
      int n = areas.size();
      ensure(n + 1);
      areas.add(row.area());
      weights[n] = row.weight();
      if (hasStrata) {
        strata.add(row.stratum());
      }
      if (hasUnits) {
        units.add(row.unit());
      }
      populationUnits[n] = row.populationUnits();
      hasPopulationUnits |= Double.isFinite(row.populationUnits());
      for (int i = 0; i < items.size(); i++) {
        answers.get(items.get(i))[n] = row.positions().get(i);
      }
      return this;
    }

    private void ensure(int size) {
      if (size <= weights.length) {
        return;
      }
      int longer = weights.length * 2;
      weights = Arrays.copyOf(weights, longer);
      populationUnits = Arrays.copyOf(populationUnits, longer);
      answers.replaceAll((item, column) -> Arrays.copyOf(column, longer));
    }

    public int size() {
      return areas.size();
    }

    /** Ids of the items in the order of {@link Row#positions()}. */
    public List<String> items() {
      return Collections.unmodifiableList(items);
    }

    public Respondents build() {
      for (var column : answers.values()) {
        if (column.length < areas.size()) {
          throw new IllegalArgumentException("a column of answers is too short");
        }
      }
      return new Respondents(this);
    }
  }
}
