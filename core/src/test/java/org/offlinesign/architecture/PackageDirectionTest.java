package org.offlinesign.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.security.Security;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Holds the packages of core to the order that {@code core/docs/architecture.md} gives them. */
class PackageDirectionTest {
  private static final String ROOT = "org.offlinesign";

  /** From the top to the bottom: a package may import what stands in a row below its own. */
  private static final List<List<String>> ROWS =
      List.of(
          List.of("sign", "verify", "lint", "compare", "rollover", "selftest"),
          List.of("census", "denial", "delegation", "seal"),
          List.of("zone"),
          List.of("keystore"),
          List.of("key", "zonefile"),
          List.of("rdata"),
          List.of("record"),
          List.of("name"),
          List.of("progress"),
          List.of("audit", "file", "p256", "wire"),
          List.of("thread"));

  /** Neighbours in a row that must not know of one another, in either direction. */
  private static final Map<String, Set<String>> STRANGERS =
      Map.of(
          "sign", Set.of("verify", "lint", "compare", "rollover", "selftest"),
          "verify", Set.of("sign", "lint", "compare", "rollover", "selftest"),
          "lint", Set.of("sign", "verify", "compare", "rollover", "selftest"),
          "compare", Set.of("sign", "verify", "lint", "rollover", "selftest"),
          "rollover", Set.of("sign", "verify", "lint", "compare", "selftest"),
          "selftest", Set.of("sign", "verify", "lint", "compare", "rollover"),
          "key", Set.of("zonefile"),
          "zonefile", Set.of("key"));

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
          .importPackages(ROOT);

  @Test
  void theClassesOfCoreAreSeen() {
    assertThat(CORE).extracting(JavaClass::getPackageName).contains(ROOT + ".name", ROOT + ".wire");
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    List<String> known = ROWS.stream().flatMap(List::stream).toList();
    assertThat(CORE)
        .filteredOn(type -> !type.getPackageName().equals(ROOT))
        .allSatisfy(type -> assertThat(known).contains(topPackage(type)));
  }

  @Test
  void aPackageImportsOnlyWhatStandsBelowIt() {
    LayeredArchitecture order = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (List<String> row : ROWS) {
      for (String name : row) {
        order = order.optionalLayer(name).definedBy(ROOT + "." + name + "..");
      }
    }
    List<String> above = new ArrayList<>();
    for (List<String> row : ROWS) {
      for (String name : row) {
        String[] importers = importersOf(name, row, above);
        order =
            importers.length == 0
                ? order.whereLayer(name).mayNotBeAccessedByAnyLayer()
                : order.whereLayer(name).mayOnlyBeAccessedByLayers(importers);
      }
      above.addAll(row);
    }
    order.check(CORE);
  }

  @Test
  void noPackagesImportOneAnotherInACircle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(CORE)
        .allSatisfy(
            type -> assertThat(type.getPackage().isAnnotatedWith(NullMarked.class)).isTrue());
  }

  @Test
  void coreHasNoConsoleAndNoLog() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CORE);
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CORE);
    noClasses().should().callMethod(System.class, "console").check(CORE);
  }

  @Test
  void coreNeverEndsTheProcess() {
    noClasses()
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(CORE);
  }

  @Test
  void coreRegistersNoProviderGlobally() {
    noClasses()
        .should()
        .callMethodWhere(
            target(owner(belongToAnyOf(Security.class)))
                .and(target(nameMatching("(add|insert|remove)Provider.*|setProperty"))))
        .check(CORE);
  }

  @Test
  void theTimeComesFromAClockThatIsPassedIn() {
    noClasses()
        .should()
        .callMethodWhere(
            target(
                    owner(
                        belongToAnyOf(
                            Instant.class,
                            LocalDate.class,
                            LocalDateTime.class,
                            OffsetDateTime.class,
                            ZonedDateTime.class)))
                .and(target(name("now")))
                .and(target(rawParameterTypes(List.of()))))
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CORE);
  }

  private static String[] importersOf(String name, List<String> row, List<String> above) {
    List<String> importers = new ArrayList<>(above);
    row.stream()
        .filter(neighbour -> !neighbour.equals(name))
        .filter(neighbour -> !STRANGERS.getOrDefault(name, Set.of()).contains(neighbour))
        .forEach(importers::add);
    return importers.toArray(String[]::new);
  }

  private static String topPackage(JavaClass type) {
    String below = type.getPackageName().substring(ROOT.length() + 1);
    int dot = below.indexOf('.');
    return dot < 0 ? below : below.substring(0, dot);
  }
}
