package io.qingfen.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.QingfenApplication;
import io.qingfen.TestDatabase;
import io.qingfen.cli.Typed;
import io.qingfen.generator.FaultMix;
import io.qingfen.generator.Generation;
import io.qingfen.generator.GenerationOptions;
import io.qingfen.generator.SchemeMix;
import io.qingfen.nightly.Nights;
import io.qingfen.run.Actor;
import io.qingfen.run.jdbc.DatabaseSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Three generated dates, settled by whole nights and then held against the generated files of three schemes: every planted
 * difference is named with its amount, none is invented, and each line of each master control is the one that the generator
 * reckoned; and brand fees are booked once where the settings say so, else not at all. More seeds with {@code -Dqingfen.scheme.nights=N}.
 */
@OnBothDatabases
class ComparingGeneratedFilesTest {
    private static final int SEEDS = Integer.getInteger("qingfen.scheme.nights", 1);
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final int DATES = 3;
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    /** Four of ten transactions that it can happen to are unlike the books. */
    private static final String MIX = """
            nextFile: 60
            nightBefore: 80
            otherAmount: 40
            otherCost: 40
            reversedByScheme: 30
            neverPaid: 40
            paidAllTheSame: 300
            paidTwice: 30
            unknown: 30
            disputed: 40
            feeOfNothing: 40
            feeTwice: 40
            """;

    /** Everything that waits here is expected to be paid all the same. */
    private static final String FAULTS = """
            orphanAuthorization: 5
            amountMismatch: 5
            currencyMismatch: 5
            cardMismatch: 5
            typeMismatch: 5
            unknownOutcome: 5
            reversedCapture: 5
            late: 10
            void: 10
            refund: 30
            completionVoid: 5
            """;

    private final TestDatabase database;

    @TempDir
    private Path folder;

    ComparingGeneratedFilesTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void findsEveryPlantedDifferenceAndInventsNone() throws IOException {
        Set<String> outcomes = new TreeSet<>();
        FaultMix faults = FaultMix.read(Files.writeString(folder.resolve("faults.yml"), FAULTS));
        SchemeMix mix = SchemeMix.read(Files.writeString(folder.resolve("mix.yml"), MIX));
        for (int seed = 1; seed <= SEEDS; seed++) {
            // Of the seeds of one build each database has its own.
            play(2 * seed + database.ordinal(), faults, mix, outcomes);
        }
        assertThat(outcomes)
                .containsExactly(
                        "AMOUNT_DIFFERS",
                        "CARRIED",
                        "COST_DIFFERS",
                        "EARLIER_FILE",
                        "LONG",
                        "NETTED",
                        "SHORT",
                        "STATUS_DIFFERS",
                        "UNKNOWN_TO_US");
    }

    private void play(int seed, FaultMix faults, SchemeMix mix, Set<String> outcomes) throws IOException {
        Path home = folder.resolve("seed" + seed);
        for (int day = 0; day < DATES; day++) {
            Generation.write(GenerationOptions.of(home, FIRST.plusDays(day), 25, 1_200, seed)
                    .withFaults(faults)
                    .withSchemes(mix));
        }
        boolean booked = database == TestDatabase.POSTGRESQL;
        if (booked) {
            Path settings = home.resolve("schemes.yml");
            String fees = "fees: unionpay-alfee\n";
            Files.writeString(settings, Files.readString(settings).replace(fees, fees + "    bookFees: true\n"));
        }
        List<String> expected = new ArrayList<>();
        try (ConfigurableApplicationContext program = opened(home)) {
            for (LocalDate date = FIRST; date.isBefore(FIRST.plusDays(DATES)); date = date.plusDays(1)) {
                program.getBean(Nights.class).run(date, 1);
                var compared = program.getBean(SchemeReconciliation.class).compare(date, new Actor("li.na"));
                assertThat(compared.refused()).as("seed %d, %s", seed, date).isEmpty();
                assertThat(compared.sources()).hasSize(3);
                JsonNode truth = new JsonMapper()
                        .readTree(
                                home.resolve("truth/schemes_" + date + ".json").toFile());
                Path told = home.resolve("outbox/schemes-" + date);
                assertThat(differences(told)).as("seed %d, %s", seed, date).isEqualTo(differences(truth, outcomes));
                assertThat(controls(told)).as("seed %d, %s", seed, date).isEqualTo(controls(truth));
                assertThat(disputes(told)).as("seed %d, %s", seed, date).isEqualTo(disputes(truth));
                JsonNode fees = truth.get("brandFees");
                assertThat(fees(told)).as("seed %d, %s", seed, date).isEqualTo(fees(fees, booked));
                assertThat(bookedFees(program)).as("seed %d, %s", seed, date).isEqualTo(expected);
                if (booked) {
                    expected.add(date.plusDays(1) + " " + money(fees, "joined").movePointRight(2));
                }
            }
            String second = FIRST.plusDays(1).toString();
            Typed verified = Typed.of(program, List.of("verify", "--date", second, "--home", home.toString()));
            assertThat(verified.exit()).as(verified.said()).isZero();
        }
    }

    private static Map<String, Integer> differences(JsonNode truth, Set<String> outcomes) {
        Map<String, Integer> planted = new TreeMap<>();
        for (JsonNode one : truth.get("differences")) {
            outcomes.add(text(one, "outcome"));
            String line = text(one, "source") + " " + text(one, "outcome") + " " + text(one, "key") + " "
                    + text(one, "currency") + " " + text(one, "difference");
            planted.merge(line, 1, Integer::sum);
        }
        assertThat(planted).as("some were planted").hasSizeGreaterThan(20);
        return planted;
    }

    private static Map<String, Integer> differences(Path told) throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        for (CSVRecord row : rows(told.resolve("differences.csv"))) {
            String key = row.get(row.get("source").equals("unionpay") ? "rrn" : "scheme_ref");
            String line = row.get("source") + " " + row.get("outcome") + " " + key + " " + row.get("currency") + " "
                    + row.get("difference");
            found.merge(line, 1, Integer::sum);
        }
        return found;
    }

    /** Each closes to the fen by itself. */
    private static List<String> controls(JsonNode truth) {
        List<String> controls = new ArrayList<>();
        for (JsonNode one : truth.get("controls")) {
            BigDecimal left =
                    money(one, "own").subtract(money(one, "carriedIn")).add(money(one, "carriedOut"));
            left = left.add(money(one, "disputes")).add(money(one, "long")).subtract(money(one, "short"));
            assertThat(left).isEqualByComparingTo(money(one, "total"));
            controls.add(Stream.of(
                            "source",
                            "currency",
                            "own",
                            "carriedIn",
                            "carriedOut",
                            "disputes",
                            "long",
                            "short",
                            "total",
                            "costDifference")
                    .map(name -> text(one, name))
                    .toList()
                    .toString());
        }
        return controls.stream().sorted().toList();
    }

    private static List<String> controls(Path told) throws IOException {
        List<String> controls = new ArrayList<>();
        for (CSVRecord row : rows(told.resolve("balance.csv"))) {
            assertThat(row.get("difference")).isEqualTo("0.00");
            controls.add(Stream.of(
                            "source",
                            "currency",
                            "own",
                            "carried_in",
                            "carried_out",
                            "disputes",
                            "long",
                            "short",
                            "scheme_total",
                            "cost_difference")
                    .map(row::get)
                    .toList()
                    .toString());
        }
        return controls.stream().sorted().toList();
    }

    private static List<String> disputes(JsonNode truth) {
        List<String> disputes = new ArrayList<>();
        for (JsonNode one : truth.get("disputes")) {
            disputes.add(text(one, "type") + " " + text(one, "key") + " " + text(one, "amount")
                    + (one.get("booked").asBoolean() ? " CHARGEBACKS" : " "));
        }
        return disputes.stream().sorted().toList();
    }

    private static List<String> disputes(Path told) throws IOException {
        List<String> disputes = new ArrayList<>();
        for (CSVRecord row : rows(told.resolve("disputes.csv"))) {
            disputes.add(
                    row.get("dispute_type") + " " + row.get("rrn") + " " + row.get("amount") + " " + row.get("line"));
        }
        return disputes.stream().sorted().toList();
    }

    private static List<String> fees(JsonNode truth, boolean booked) {
        List<String> fees = new ArrayList<>();
        for (JsonNode one : truth.get("differences")) {
            fees.add(text(one, "outcome") + " " + text(one, "key") + " " + text(one, "fee"));
        }
        assertThat(fees).as("some were planted").isNotEmpty();
        fees.sort(null);
        fees.add(text(truth, "told") + " " + text(truth, "alone") + " " + (booked ? text(truth, "joined") : "0.00"));
        return fees;
    }

    private static List<String> fees(Path told) throws IOException {
        List<String> fees = new ArrayList<>();
        for (CSVRecord row : rows(told.resolve("fees-differences.csv"))) {
            fees.add(row.get("outcome") + " " + row.get("rrn") + " " + row.get("fee"));
        }
        fees.sort(null);
        for (CSVRecord row : rows(told.resolve("balance.csv"))) {
            if (!row.get("brand_fees").isEmpty()) {
                fees.add(
                        row.get("brand_fees") + " " + row.get("brand_fees_alone") + " " + row.get("brand_fees_booked"));
            }
        }
        return fees;
    }

    /** By date, of everything that was ever booked. */
    private static List<String> bookedFees(ConfigurableApplicationContext program) {
        return new JdbcTemplate(program.getBean(DataSource.class))
                .queryForList(
                        "select cast(business_date as varchar) || ' ' || cast(sum(case when debit_account like 'expenses:%'"
                                + " then amount_minor else -amount_minor end) as varchar) from money_move"
                                + " where move_key like 'SCHEME_COST|%|BRAND_FEE' group by business_date"
                                + " order by business_date",
                        String.class);
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).asString();
    }

    private static BigDecimal money(JsonNode node, String name) {
        return new BigDecimal(text(node, name));
    }

    private static List<CSVRecord> rows(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file), CSV)) {
            return parser.getRecords();
        }
    }

    private ConfigurableApplicationContext opened(Path home) {
        DatabaseSettings books = database == TestDatabase.H2
                ? DatabaseSettings.embedded(home.resolve("data").resolve("qingfen"))
                : database.freshSettings();
        return new SpringApplication(QingfenApplication.class)
                .run(
                        "--qingfen.home=" + home,
                        "--qingfen.db.url=" + books.url(),
                        "--qingfen.db.user=" + books.user(),
                        "--qingfen.db.password=" + books.password());
    }
}
