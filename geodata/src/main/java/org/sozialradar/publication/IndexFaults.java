package org.sozialradar.publication;

import java.util.Map;
import org.sozialradar.composite.InvalidIndexException;
import org.sozialradar.dataset.LocalizedText;

/** Says in both languages why an index cannot be computed. */
public final class IndexFaults {
  private static final Map<String, LocalizedText> TEXTS =
      Map.ofEntries(
          text("index-empty", "Index oder Dimension ohne Teile", "index or dimension has no parts"),
          text("dimension-twice", "eine Dimension steht zweimal da", "a dimension stands twice"),
          text("indicator-twice", "ein Indikator steht zweimal da", "an indicator stands twice"),
          text(
              "weights-unfit",
              "Gewichte brauchen einen Wert über 0 für jeden Teil und für keinen anderen",
              "weights need a value above 0 for every part and for no other"),
          text("weights-sum", "die Gewichte ergeben nicht 1", "the weights do not sum to 1"),
          text(
              "anchor-unknown",
              "der Anker der Hauptkomponente ist keiner der Teile",
              "the anchor of the principal component is none of the parts"),
          text(
              "scale-not-positive",
              "ein geometrisches Mittel braucht eine Skala von 1 bis 100",
              "a geometric mean needs a scale of 1 to 100"),
          text("range-unfit", "ein Bereich steigt nicht an", "a range does not ascend"),
          text(
              "goalposts-missing",
              "ein Indikator hat keine festen Enden",
              "an indicator has no goalposts"),
          text(
              "limits-unfit",
              "die Grenzen für Ausreißer ergeben keinen Sinn",
              "the limits for outliers make no sense"),
          text(
              "indicator-constant",
              "ein Indikator hat überall denselben Wert",
              "an indicator has the same value everywhere"),
          text(
              "too-few-values",
              "ein Indikator hat weniger als zwei Werte",
              "an indicator has fewer than two values"),
          text(
              "too-few-complete-areas",
              "zu wenige Gebiete haben alle Werte, die Gewichte aus der Hauptkomponente brauchen",
              "too few areas have all values that weights from the principal component need"),
          text(
              "draws-out-of-range",
              "so viele Ziehungen sind nicht möglich: 1000 bis 100 000",
              "so many draws are not possible: 1000 to 100,000"),
          text(
              "too-many-ranks",
              "Gebiete mal Ziehungen sind zu viele",
              "areas times draws are too many"),
          text("no-scores", "kein Gebiet bekommt einen Wert", "no area has a score"),
          text(
              "size-classes-unfit",
              "die Größenklassen steigen nicht an",
              "the size classes do not ascend"),
          text("first-not-positive", "„first“ zählt ab 1", "'first' counts from 1"));

  private IndexFaults() {}

  private static Map.Entry<String, LocalizedText> text(String code, String de, String en) {
    return Map.entry(code, new LocalizedText(de, en));
  }

  /** The reason with what it is about. */
  public static LocalizedText text(InvalidIndexException fault) {
    var known = TEXTS.get(fault.code());
    if (known == null) {
      throw new IllegalStateException("an index cannot be made", fault);
    }
    var details = fault.details();
    if (details.isEmpty()) {
      return known;
    }
    String about = new java.util.TreeMap<>(details).toString();
    String shown = " (" + about.substring(1, about.length() - 1).replace("=", ": ") + ")";
    return new LocalizedText(known.de() + shown, known.en() + shown);
  }
}
