package io.qingfen;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;

/** The roots of the capabilities hold rules and values, and nothing that could make a result differ by machine. */
class ArchitectureTests {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.qingfen");

    private static final String[] ROOTS = capabilities(
            "money",
            "calendar",
            "control",
            "reference",
            "review",
            "ledger",
            "intake",
            "matching",
            "pricing",
            "repricing",
            "adjustments",
            "clearing",
            "deposits",
            "risk",
            "settlement",
            "payouts",
            "scheme",
            "reports",
            "explain",
            "verify");

    @Test
    void rootsKnowNoFrameworkNoSqlNoFiles() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOTS)
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "org.springframework..",
                                "java.sql..",
                                "javax.sql..",
                                "java.io..",
                                "java.util.concurrent..",
                                "org.slf4j..",
                                "org.apache.commons..",
                                "org.snakeyaml..",
                                "tools.jackson..")
                        .and(notHandedIn()))
                .orShould()
                .dependOnClassesThat(type(Files.class))
                .check(MAIN);
    }

    @Test
    void rootsAskNoClockAndThrowNoDice() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOTS)
                .should()
                .dependOnClassesThat(type(Clock.class).or(type(Random.class)).or(type(ThreadLocalRandom.class)))
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .check(MAIN);
    }

    @Test
    void noFloatingPointNearMoney() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(ROOTS)
                .should(new ArchCondition<>("not be floating point") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        report(events, field, isFloating(field.getRawType()));
                    }
                })
                .check(MAIN);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(ROOTS)
                .should(new ArchCondition<>("not take or give floating point") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean floating = isFloating(method.getRawReturnType())
                                || method.getRawParameterTypes().stream().anyMatch(ArchitectureTests::isFloating);
                        report(events, method, floating);
                    }
                })
                .check(MAIN);
    }

    @Test
    void aCapabilityHasThreeHomesAndNoFourth() {
        String capability = "io\\.qingfen(\\.[a-z]+(\\.(batch|jdbc))?)?";
        classes()
                .should(new ArchCondition<>("reside in a capability, its batch or its jdbc") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        report(events, type, !type.getPackageName().matches(capability));
                    }
                })
                .check(MAIN);
    }

    @Test
    void noPackageIsNamedForNothing() {
        noClasses()
                .should()
                .resideInAnyPackage("..common..", "..util..", "..helper..", "..dto..", "..impl..", "..manager..")
                .check(MAIN);
    }

    @Test
    void noTypeIsNamedForNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Dto|Impl)$")
                .check(MAIN);
    }

    /**
     * Only {@code jdbc/} speaks SQL; {@code run} and {@code bulk} are how it does. Others may know what a failure of
     * the database is called, and {@code nightly.batch} hands its connection to the dialect.
     */
    @Test
    void sqlIsWrittenWhereItBelongs() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.qingfen.*.jdbc", "io.qingfen.run..", "io.qingfen.bulk..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
                        .and(not(assignableTo(SQLException.class)))
                        .and(not(type(JdbcOperations.class))))
                .check(MAIN);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.qingfen.*.jdbc", "io.qingfen.run..", "io.qingfen.bulk..", "io.qingfen.nightly.batch")
                .should()
                .dependOnClassesThat(type(JdbcOperations.class))
                .check(MAIN);
    }

    @Test
    void oneCapabilityDoesNotUseTheSqlOfAnother() {
        classes()
                .that()
                .resideInAPackage("io.qingfen.*.jdbc")
                .should(new ArchCondition<>("be used by their own capability only") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        String own = type.getPackageName().replace(".jdbc", "");
                        type.getDirectDependenciesToSelf().stream()
                                .filter(use ->
                                        !use.getOriginClass().getPackageName().startsWith(own))
                                .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
                    }
                })
                .check(MAIN);
    }

    /** What it proves must not have been made by the same code: of the program it knows money, and three values. */
    @Test
    void theProofIsIndependentOfWhatItProves() {
        noClasses()
                .that()
                .resideInAPackage("io.qingfen.verify..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.qingfen..")
                        .and(resideOutsideOfPackages("io.qingfen.verify..", "io.qingfen.money.."))
                        .and(describe(
                                "not Home, Refusal or Exit",
                                type -> !List.of(Home.class, Refusal.class, Exit.class).stream()
                                        .anyMatch(type::isEquivalentTo))))
                .check(MAIN);
    }

    @Test
    void looksAtTheWholeProgram() {
        assertThat(MAIN.size()).isGreaterThan(100);
    }

    private static <T> void report(ConditionEvents events, T item, boolean violated) {
        if (violated) {
            events.add(SimpleConditionEvent.violated(item, item.toString()));
        }
    }

    private static boolean isFloating(JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        return element.isEquivalentTo(double.class)
                || element.isEquivalentTo(float.class)
                || element.isEquivalentTo(Double.class)
                || element.isEquivalentTo(Float.class);
    }

    /** A format that writes into a stream which is handed in opens no file; every exception is Serializable. */
    private static DescribedPredicate<JavaClass> notHandedIn() {
        return describe(
                "not a stream that is handed in",
                type -> !type.isEquivalentTo(Serializable.class)
                        && !type.isEquivalentTo(OutputStream.class)
                        && !type.isEquivalentTo(IOException.class));
    }

    private static String[] capabilities(String... names) {
        return Arrays.stream(names).map(name -> "io.qingfen." + name).toArray(String[]::new);
    }
}
