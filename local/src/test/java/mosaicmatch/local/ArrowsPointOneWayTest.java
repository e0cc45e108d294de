package mosaicmatch.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The arrows of docs/architecture.md: functions and services stand on shared, never on each other.
 */
class ArrowsPointOneWayTest {

  private static final List<String> FUNCTIONS =
      List.of("lockfn", "fetchpool", "pairing", "postmatch", "reconcile");

  private static JavaClasses everything;

  @BeforeAll
  static void readClasses() {
    everything =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("mosaicmatch", "aslengine");
  }

  static Stream<String> standalone() {
    return Stream.concat(FUNCTIONS.stream(), Stream.of("traitservice"));
  }

  @ParameterizedTest
  @MethodSource("standalone")
  void noFunctionOrServiceDependsOnAnother(String module) {
    var others =
        Stream.concat(standalone(), Stream.of("local"))
            .filter(other -> !other.equals(module))
            .map(other -> "mosaicmatch." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("mosaicmatch." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(everything);
  }

  @Test
  void sharedDependsOnNoFunctionAndOnNoService() {
    var above =
        Stream.concat(standalone(), Stream.of("local"))
            .map(module -> "mosaicmatch." + module + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("mosaicmatch..")
        .and()
        .resideOutsideOfPackages(above)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(above)
        .check(everything);
  }

  @Test
  void theEngineKnowsNothingOfMatching() {
    noClasses()
        .that()
        .resideInAPackage("aslengine..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("mosaicmatch..")
        .check(everything);
  }

  @Test
  void onlyTheLocalSystemKnowsTheEngine() {
    classes()
        .that()
        .resideInAPackage("aslengine..")
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAnyPackage("aslengine..", "mosaicmatch.local..")
        .check(everything);
  }

  @Test
  void thePackagesOfSharedFormNoCircle() {
    SlicesRuleDefinition.slices()
        .matching("mosaicmatch.(*)")
        .should()
        .beFreeOfCycles()
        .check(everything);
  }
}
