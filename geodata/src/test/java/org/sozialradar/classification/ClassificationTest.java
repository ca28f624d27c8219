package org.sozialradar.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sozialradar.classification.ClassificationMethod.EQUAL;
import static org.sozialradar.classification.ClassificationMethod.FISHER;
import static org.sozialradar.classification.ClassificationMethod.JENKS;
import static org.sozialradar.classification.ClassificationMethod.MANUAL;
import static org.sozialradar.classification.ClassificationMethod.QUANTILE;
import static org.sozialradar.classification.ClassificationMethod.STANDARD_DEVIATION;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassificationTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void quantilesAreThoseOfTypeSeven() {
    // R: quantile(c(1, 2, 3, 4, 10, 20, 30), (0:4)/4, type = 7)
    var found = Classification.classify(new double[] {30, 1, 20, 2, 10, 3, 4}, QUANTILE, 4);
    assertThat(found.breaks()).containsExactly(1.0, 2.5, 4.0, 15.0, 30.0);
    assertThat(found.counts()).containsExactly(2, 2, 1, 2);
  }

  @Test
  void tiesStayInOneQuantileClass() {
    var found = Classification.classify(new double[] {1, 1, 1, 1, 1, 1, 2, 3}, QUANTILE, 4);
    assertThat(found.breaks()).containsExactly(1.0, 1.0, 3.0);
    assertThat(found.counts()).containsExactly(6, 2);
  }

  @Test
  void equalIntervalsMayBeEmpty() {
    var found = Classification.classify(new double[] {0, 1, 2, 10}, EQUAL, 5);
    assertThat(found.breaks()).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0);
    assertThat(found.counts()).containsExactly(3, 0, 0, 0, 1);
  }

  @Test
  void standardDeviationsLieAroundTheMean() {
    // mean 5, standard deviation (n − 1) of 2, 4, 4, 4, 5, 5, 7, 9 = sqrt(32 / 7) = 2.13809
    var values = new double[] {2, 4, 4, 4, 5, 5, 7, 9};
    var odd = Classification.classify(values, STANDARD_DEVIATION, 5);
    assertThat(odd.breaks())
        .usingElementComparator(ClassificationTest::roughly)
        .containsExactly(2.0, 3.930955, 6.069045, 8.207135, 9.0);
    assertThat(odd.counts()).containsExactly(1, 5, 1, 1);
    var even = Classification.classify(values, STANDARD_DEVIATION, 4);
    assertThat(even.breaks())
        .usingElementComparator(ClassificationTest::roughly)
        .containsExactly(2.0, 2.861910, 5.0, 7.138090, 9.0);
    assertThat(even.counts()).containsExactly(1, 5, 1, 1);
  }

  private static int roughly(double a, double b) {
    return Math.abs(a - b) < 1e-5 ? 0 : Double.compare(a, b);
  }

  @Test
  void manualBreaksKeepTheirClassesEvenBeyondTheValues() {
    var found = Classification.manual(new double[] {5, 7, 8}, List.of(3.0, 7.0, 12.0));
    assertThat(found.method()).isEqualTo(MANUAL);
    assertThat(found.breaks()).containsExactly(3.0, 3.0, 7.0, 12.0, 12.0);
    assertThat(found.counts()).containsExactly(0, 2, 1, 0);
    assertThat(Classification.manual(new double[0], List.of(1.0, 2.0)).counts())
        .containsExactly(0, 0, 0);
  }

  @Test
  void aValueOnABreakBelongsBelow() {
    var found = Classification.manual(new double[] {1, 2, 2, 3}, List.of(2.0));
    assertThat(found.counts()).containsExactly(3, 1);
    assertThat(List.of(found.classOf(0), found.classOf(2), found.classOf(2.5), found.classOf(9)))
        .containsExactly(0, 0, 1, 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"JENKS", "FISHER", "QUANTILE"})
  void fewerDistinctValuesThanClassesMakeOneClassEach(ClassificationMethod method) {
    var found = Classification.classify(new double[] {4, 1, 4, 9, 1}, method, 7);
    assertThat(found.counts()).containsExactly(2, 2, 1);
    assertThat(found.goodnessOfVarianceFit()).isEqualTo(1);
  }

  @Test
  void jenksNamesTheLargestValueOfEachClass() {
    var found = Classification.classify(new double[] {4, 1, 4, 9, 1}, JENKS, 3);
    assertThat(found.breaks()).containsExactly(1.0, 1.0, 4.0, 9.0);
    assertThat(Classification.classify(new double[] {4, 1, 4, 9, 1}, FISHER, 3).breaks())
        .containsExactly(1.0, 2.5, 6.5, 9.0);
  }

  @ParameterizedTest
  @EnumSource(names = "MANUAL", mode = EnumSource.Mode.EXCLUDE)
  void equalValuesMakeOneClass(ClassificationMethod method) {
    var found = Classification.classify(new double[] {0.1, 0.1, 0.1}, method, 5);
    assertThat(found.breaks()).containsExactly(0.1, 0.1);
    assertThat(found.counts()).containsExactly(3);
    assertThat(found.goodnessOfVarianceFit()).isEqualTo(1);
    assertThat(found.classOf(0.1)).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = "MANUAL", mode = EnumSource.Mode.EXCLUDE)
  void noValuesMakeNoClasses(ClassificationMethod method) {
    var found = Classification.classify(new double[0], method, 5);
    assertThat(found.breaks()).isEmpty();
    assertThat(found.counts()).isEmpty();
    assertThat(found.size()).isZero();
    assertThat(found.goodnessOfVarianceFit()).isNaN();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void missingValuesAreNotClassified(double bad) {
    assertThatThrownBy(() -> Classification.classify(new double[] {1, bad}, JENKS, 2))
        .isInstanceOf(InvalidClassificationException.class)
        .hasMessageContaining("value 2")
        .extracting("code")
        .isEqualTo("value-not-finite");
    assertThatThrownBy(() -> Classification.manual(new double[] {1}, List.of(bad)))
        .extracting("code")
        .isEqualTo("break-not-finite");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 13})
  void theNumberOfClassesIsLimited(int classes) {
    assertThatThrownBy(() -> Classification.classify(new double[] {1}, EQUAL, classes))
        .extracting("code")
        .isEqualTo("classes-out-of-range");
  }

  @Test
  void ownBreaksMustAscend() {
    assertThatThrownBy(() -> Classification.manual(new double[] {1}, List.of(2.0, 2.0)))
        .extracting("code")
        .isEqualTo("breaks-not-ascending");
    assertThatThrownBy(() -> Classification.manual(new double[] {1}, List.of()))
        .extracting("code")
        .isEqualTo("breaks-missing");
    assertThatThrownBy(() -> Classification.classify(new double[] {1}, MANUAL, 3))
        .extracting("code")
        .isEqualTo("breaks-missing");
    var many = java.util.stream.IntStream.range(0, 12).mapToObj(i -> (double) i).toList();
    assertThatThrownBy(() -> Classification.manual(new double[] {1}, many))
        .extracting("code")
        .isEqualTo("too-many-breaks");
  }

  @Test
  void midpointsBetweenNeighbouringNumbersDoNotMoveValues() {
    double above = Math.nextUp(1.0);
    var found = Classification.classify(new double[] {1, above}, FISHER, 2);
    assertThat(found.counts()).containsExactly(1, 1);
  }

  @Test
  void goodnessIsTheExplainedShareOfTheSumOfSquares() {
    // values 1, 2, 9, 10: mean 5.5, total 65; within (1, 2) and (9, 10): 0.5 + 0.5
    var found = Classification.classify(new double[] {1, 2, 9, 10}, JENKS, 2);
    assertThat(found.goodnessOfVarianceFit()).isCloseTo(64.0 / 65, CLOSE);
  }

  @Test
  void methodsAreFoundByTheirNames() {
    assertThat(ClassificationMethod.find("stddev")).contains(STANDARD_DEVIATION);
    assertThat(ClassificationMethod.find("pretty")).isEmpty();
  }
}
