package org.sozialradar.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The import rules of the server: resources stand beside each other, only the wiring knows all. */
class ArchitectureTest {

  private static final String ROOT = "org.sozialradar.server";

  /**
   * What every resource may import: HTTP conventions, the configuration, the snapshot, records that
   * offices keep, orders of areas, geometries and the two languages.
   */
  private static final Set<String> SHARED =
      Set.of("http", "config", "snapshot", "records", "ranking", "geojson", "text", "features");

  /**
   * What single packages may import besides: the commands that keep tokens and write the log;
   * tiles, which OGC API serves too.
   */
  private static final Map<String, Set<String>> FURTHER =
      Map.of(
          "command", Set.of("access", "logging", "exports"),
          "imports", Set.of("uploads"),
          "releases", Set.of("exports"),
          "incidents", Set.of("uploads"),
          "ogc", Set.of("tiles"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void resourcesDoNotImportEachOtherNorTheWiring() {
    check(classes().should(importOnlySharedPackages()));
  }

  @Test
  void packagesAreFreeOfCycles() {
    check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
  }

  @Test
  void serverLeavesSqlGeoToolsAndMicrodataToGeodata() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT)
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "org.geotools..",
                    "org.opengis..",
                    "org.sozialradar.survey.microdata..")));
  }

  @Test
  void slf4jComesFromItsOwnJarAndNotFromTheGeoToolsWrapper() {
    assertThat(org.slf4j.Logger.class.getProtectionDomain().getCodeSource().getLocation())
        .asString()
        .contains("slf4j-api");
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }

  /** The part of the package name after the root: empty for the wiring itself. */
  private static String resource(JavaClass type) {
    String rest = type.getPackageName().substring(ROOT.length());
    return rest.isEmpty() ? "" : rest.substring(1).split("\\.", 2)[0];
  }

  private static ArchCondition<JavaClass> importOnlySharedPackages() {
    return new ArchCondition<>("import only shared packages of the server") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String own = resource(type);
        if (own.isEmpty()) {
          return;
        }
        var further = FURTHER.getOrDefault(own, Set.of());
        type.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> dependency.getTargetClass().getPackageName().startsWith(ROOT))
            .filter(dependency -> !own.equals(resource(dependency.getTargetClass())))
            .filter(dependency -> !SHARED.contains(resource(dependency.getTargetClass())))
            .filter(dependency -> !further.contains(resource(dependency.getTargetClass())))
            .forEach(
                dependency ->
                    events.add(
                        SimpleConditionEvent.violated(dependency, dependency.getDescription())));
      }
    };
  }
}
