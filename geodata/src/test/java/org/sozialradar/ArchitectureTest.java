package org.sozialradar;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The import rules of the house: a whitelist for every package, and no cycles. */
class ArchitectureTest {

  private static final String ROOT = "org.sozialradar.";

  /** Each feature package and the feature packages that it may import. */
  private static final Map<String, Set<String>> WHITELIST =
      Map.ofEntries(
          Map.entry("dataset", Set.of()),
          Map.entry("classification", Set.of()),
          Map.entry("area", Set.of("dataset")),
          Map.entry("indicator", Set.of("dataset", "area")),
          Map.entry("survey", Set.of("dataset", "area", "indicator")),
          Map.entry("estimation", Set.of("dataset", "area", "indicator", "survey")),
          Map.entry("composite", Set.of("dataset", "area", "indicator")),
          Map.entry(
              "disclosure",
              Set.of("dataset", "area", "indicator", "survey", "estimation", "composite")),
          Map.entry(
              "priority",
              Set.of(
                  "dataset",
                  "area",
                  "indicator",
                  "survey",
                  "estimation",
                  "composite",
                  "disclosure")),
          Map.entry(
              "incident",
              Set.of(
                  "dataset",
                  "area",
                  "indicator",
                  "survey",
                  "estimation",
                  "composite",
                  "disclosure",
                  "layer")),
          Map.entry(
              "export",
              Set.of(
                  "dataset",
                  "area",
                  "indicator",
                  "survey",
                  "estimation",
                  "composite",
                  "disclosure",
                  "filter",
                  "layer")),
          Map.entry("allocation", Set.of("area")),
          Map.entry("tile", Set.of("dataset", "area")),
          Map.entry("network", Set.of("dataset", "area")),
          Map.entry("records", Set.of()),
          Map.entry("file", Set.of()),
          Map.entry("release", Set.of("dataset", "file")),
          Map.entry("filter", Set.of("dataset")),
          Map.entry("layer", Set.of("dataset", "area")),
          Map.entry(
              "store",
              Set.of(
                  "dataset",
                  "area",
                  "indicator",
                  "disclosure",
                  "network",
                  "layer",
                  "records",
                  "release",
                  "survey")),
          Map.entry(
              "ingest",
              Set.of(
                  "dataset",
                  "area",
                  "indicator",
                  "survey",
                  "composite",
                  "disclosure",
                  "network",
                  "layer",
                  "tile",
                  "publication",
                  "store")),
          Map.entry(
              "publication",
              Set.of(
                  "dataset",
                  "area",
                  "indicator",
                  "survey",
                  "estimation",
                  "composite",
                  "disclosure",
                  "release",
                  "store")),
          Map.entry("sample", Set.of("dataset", "area", "ingest")));

  private static final Set<String> STATISTICS =
      Set.of(
          "indicator",
          "survey",
          "composite",
          "estimation",
          "disclosure",
          "priority",
          "incident",
          "allocation",
          "classification");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.sozialradar");

  @Test
  void everyClassLivesInAFeaturePackageThatTheWhitelistNames() {
    assertThat(CLASSES).allSatisfy(type -> assertThat(WHITELIST).containsKey(feature(type)));
  }

  @Test
  void featurePackagesImportOnlyWhatTheWhitelistAllows() {
    check(classes().should(keepToTheWhitelist()));
  }

  @Test
  void featurePackagesAreFreeOfCycles() {
    check(slices().matching(ROOT + "(*)..").should().beFreeOfCycles());
  }

  @Test
  void geodataKnowsNoHttpServer() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")));
  }

  @Test
  void onlyStoresAndGeoPackageSpeakSql() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                ROOT + "store..", ROOT + "ingest.geopackage..", ROOT + "export.geopackage..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..")));
  }

  @Test
  void onlyIngestExportAndAreaUseGeoTools() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "ingest..", ROOT + "export..", ROOT + "area..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.geotools..", "org.opengis..")));
  }

  @Test
  void microdataStaysWithSurveyItsImporterAndItsStore() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                ROOT + "survey..",
                ROOT + "ingest.microdata..",
                ROOT + "publication..",
                ROOT + "store.microdata..")
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + "survey.microdata..")));
  }

  @Test
  void statisticsTouchNoFileNetworkClockOrUnseededRandom() {
    check(
        noClasses()
            .that(describe("are statistics", type -> STATISTICS.contains(feature(type))))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("java.io", "java.nio..", "java.net..")
                    .and(describe("are no plain exceptions", type -> !isException(type))))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, ThreadLocalRandom.class, UUID.class)
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethodWhere(
                describe(
                    "reads the clock",
                    call ->
                        call.getName().equals("now")
                            && call.getTargetOwner().getPackageName().startsWith("java.time"))));
  }

  @Test
  void namesSayWhatThingsAre() {
    check(
        noClasses()
            .should()
            .resideInAnyPackage(
                "..util..",
                "..common..",
                "..core..",
                "..misc..",
                "..helper..",
                "..manager..",
                "..impl..")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl"));
  }

  @Test
  void recordsHoldNoArrays() {
    check(
        fields()
            .that()
            .areDeclaredInClassesThat()
            .areRecords()
            .and()
            .areNotStatic()
            .should()
            .notHaveRawType(describe("array", JavaClass::isArray)));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }

  private static <T> DescribedPredicate<T> describe(
      String description, java.util.function.Predicate<T> predicate) {
    return DescribedPredicate.describe(description, predicate);
  }

  private static boolean isException(JavaClass type) {
    return type.isAssignableTo(Throwable.class);
  }

  private static String feature(JavaClass type) {
    return type.getPackageName().substring(ROOT.length()).split("\\.", 2)[0];
  }

  private static ArchCondition<JavaClass> keepToTheWhitelist() {
    return new ArchCondition<>("import only what the whitelist allows") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String own = feature(type);
        Set<String> allowed = WHITELIST.getOrDefault(own, Set.of());
        type.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> dependency.getTargetClass().getPackageName().startsWith(ROOT))
            .filter(dependency -> !own.equals(feature(dependency.getTargetClass())))
            .filter(dependency -> !allowed.contains(feature(dependency.getTargetClass())))
            .forEach(
                dependency ->
                    events.add(
                        SimpleConditionEvent.violated(dependency, dependency.getDescription())));
      }
    };
  }
}
