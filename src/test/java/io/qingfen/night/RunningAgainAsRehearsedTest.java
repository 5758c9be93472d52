package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.AgreedTerms;
import io.qingfen.TestDatabase;
import io.qingfen.TestFolder;
import io.qingfen.cli.Typed;
import io.qingfen.generator.FaultMix;
import io.qingfen.generator.Generation;
import io.qingfen.generator.GenerationOptions;
import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.nightly.RerunDiff;
import io.qingfen.nightly.RerunDiff.Change;
import io.qingfen.nightly.Reruns;
import io.qingfen.review.Resolution;
import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.verify.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Whatever comes late and whatever people did meanwhile: the preview of a re-run says what then happens, and what then
 * happened is told by the reports before and after. More seeds: system property {@code qingfen.reruns}.
 */
class RunningAgainAsRehearsedTest {
    private static final LocalDate FIRST = Nightly.FIRST;
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final Actor LI = new Actor("li.wei");
    private static final long SEED = 20260303;
    private static final List<Resolution> RESOLUTIONS =
            List.of(Resolution.DO_NOT_SETTLE, Resolution.SETTLE_CAPTURED, Resolution.SETTLE_AUTHORIZED);
    /** How often; a test whose people do nothing would prove nothing. */
    private static final Map<Resolution, Integer> DECIDED = new EnumMap<>(Resolution.class);

    static Stream<Long> seeds() {
        return IntStream.range(0, Integer.getInteger("qingfen.reruns", 6)).mapToObj(number -> SEED + number);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theEffectIsThePreview(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        TestDatabase database = TestDatabase.values()[(int) (seed % 2)];
        Path home = TestFolder.named("nightly-rehearsed");
        try {
            generate(home, seed);
            List<Path> late = withhold(home, random);
            try (OpenHome open = new OpenHome(home, Nightly.books(database))) {
                open.night(FIRST);
                decide(open, random);
                open.night(SECOND);
                TreeMap<String, List<CSVRecord>> before = reports(home);
                meanwhile(open, home, random);
                for (Path file : late) {
                    Files.move(file, home.resolve("inbox").resolve(file.getFileName()));
                }
                RerunDiff rehearsed = open.part(Reruns.class).rehearse(SECOND);
                assertThat(reports(home).toString())
                        .as("a preview changes nothing")
                        .isEqualTo(before.toString());
                RerunDiff done = open.part(Reruns.class).rerun(SECOND, LI, "files came late", 2);

                assertThat(done).as("seed %d on %s", seed, database).isEqualTo(rehearsed);
                assertThat(done.isEmpty()).as("seed %d", seed).isFalse();
                requireTold(done, before, reports(home));
                assertThat(open.part(Verification.class).of(SECOND).differences())
                        .as("seed %d", seed)
                        .isEmpty();
                assertThat(open.part(Reruns.class).rehearse(SECOND).isEmpty())
                        .as("seed %d, once more", seed)
                        .isTrue();
            }
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    private static void generate(Path home, long seed) throws IOException {
        FaultMix trouble = FaultMix.read(Path.of("src/test/resources/io/qingfen/verify/every-trouble.yml"));
        for (LocalDate date : List.of(FIRST, SECOND)) {
            Generation.write(
                    GenerationOptions.of(home, date, 6, 90, seed).withFiles(3).withFaults(trouble));
        }
        AgreedTerms.add(home.resolve("reference"));
    }

    /** One or two of the six files of the second date come late. */
    private static List<Path> withhold(Path home, SplittableRandom random) throws IOException {
        Path aside = Files.createDirectory(home.resolve("late"));
        List<Path> late = new ArrayList<>();
        for (String kind : List.of("terminal-batches", "authorizations")) {
            if (kind.startsWith("t") || random.nextBoolean()) {
                String name = kind + "_20260303_0" + (1 + random.nextInt(3)) + ".csv";
                late.add(Files.move(home.resolve("inbox").resolve(name), aside.resolve(name)));
            }
        }
        return late;
    }

    /** Some cases of the first date are decided: before the second night it books them, after it the re-run must not. */
    private static void decide(OpenHome open, SplittableRandom random) {
        List<String> cases = open.part(JdbcClient.class)
                .sql("select case_id from review_case where state = 'OPEN' and opened_on = ? order by case_id")
                .param(FIRST)
                .query(String.class)
                .list();
        for (String id : cases) {
            Resolution resolution = RESOLUTIONS.get(random.nextInt(RESOLUTIONS.size()));
            if (random.nextInt(3) == 0 && proposed(open, id, resolution)) {
                open.done("cases", "approve", id, "--as", "bert");
                DECIDED.merge(resolution, 1, Integer::sum);
            }
        }
    }

    /** Not every resolution fits every case; what does not is refused and changes nothing. */
    private static boolean proposed(OpenHome open, String id, Resolution resolution) {
        Typed typed = open.typed(
                "cases", "propose", id, "--resolution", resolution.name(), "--comment", "seen", "--as", "anna");
        assertThat(typed.exit()).as(typed.said()).isIn(0, Exit.REFUSED.code());
        return typed.exit() == 0;
    }

    @AfterAll
    static void peopleDecided() {
        assertThat(DECIDED.keySet()).containsExactlyInAnyOrderElementsOf(RESOLUTIONS);
    }

    private static void meanwhile(OpenHome open, Path home, SplittableRandom random) throws IOException {
        if (random.nextBoolean()) {
            decide(open, random);
        }
        if (random.nextBoolean()) {
            Path reserves = home.resolve("reference").resolve("reserves.csv");
            Files.writeString(reserves, Files.readString(reserves).replace("10%", "15%"));
        }
        if (random.nextBoolean()) {
            open.typed("payouts", "propose", "--date", SECOND.toString(), "--as", "anna");
        }
    }

    private static TreeMap<String, List<CSVRecord>> reports(Path home) throws IOException {
        TreeMap<String, List<CSVRecord>> reports = new TreeMap<>();
        for (String name : List.of("positions.csv", "payouts.csv", "cases.csv")) {
            Path file = home.resolve("outbox").resolve(SECOND.toString()).resolve(name);
            reports.put(
                    name,
                    CSVFormat.RFC4180
                            .builder()
                            .setHeader()
                            .setSkipHeaderRecord(true)
                            .get()
                            .parse(Files.newBufferedReader(file))
                            .getRecords());
        }
        return reports;
    }

    /** From the reports alone: positions, payouts and cases that differ. */
    private static void requireTold(
            RerunDiff told, TreeMap<String, List<CSVRecord>> before, TreeMap<String, List<CSVRecord>> after) {
        TreeSet<String> positions = new TreeSet<>();
        told.positions().stream()
                .filter(one -> one.netBefore() != one.netAfter() || one.payoutBefore() != one.payoutAfter())
                .forEach(one -> positions.add(one.merchantId() + one.currency() + " " + one.netBefore() + " "
                        + one.payoutBefore() + " > " + one.netAfter() + " " + one.payoutAfter()));
        assertThat(positions)
                .isEqualTo(changes(
                        before.get("positions.csv"), after.get("positions.csv"), "merchant_id", "net", "payout"));
        TreeSet<String> payouts = new TreeSet<>();
        told.payouts()
                .forEach(
                        one -> payouts.add(one.payoutId() + one.currency() + " " + one.before() + " > " + one.after()));
        assertThat(payouts)
                .isEqualTo(changes(before.get("payouts.csv"), after.get("payouts.csv"), "payout_id", "amount"));
        TreeSet<String> opened = new TreeSet<>();
        TreeSet<String> gone = new TreeSet<>();
        told.cases().forEach(one -> {
            if (one.change() == Change.OPENED) {
                opened.add(one.caseId());
            } else if (one.change() == Change.GONE) {
                gone.add(one.caseId());
            }
        });
        assertThat(opened).isEqualTo(less(cases(after), cases(before)));
        assertThat(gone).isEqualTo(less(cases(before), cases(after)));
    }

    private static TreeSet<String> cases(TreeMap<String, List<CSVRecord>> reports) {
        TreeSet<String> ids = new TreeSet<>();
        reports.get("cases.csv").stream()
                .filter(row -> row.get("opened_on").equals(SECOND.toString()))
                .forEach(row -> ids.add(row.get("case_id")));
        return ids;
    }

    private static TreeSet<String> less(TreeSet<String> all, TreeSet<String> some) {
        TreeSet<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static TreeSet<String> changes(
            List<CSVRecord> before, List<CSVRecord> after, String key, String... amounts) {
        TreeMap<String, String> old = amounts(before, key, amounts);
        TreeMap<String, String> now = amounts(after, key, amounts);
        TreeSet<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(now.keySet());
        TreeSet<String> changes = new TreeSet<>();
        String none = " 0".repeat(amounts.length);
        for (String one : keys) {
            String was = old.getOrDefault(one, none);
            String is = now.getOrDefault(one, none);
            if (!was.equals(is)) {
                changes.add(one + was + " >" + is);
            }
        }
        return changes;
    }

    private static TreeMap<String, String> amounts(List<CSVRecord> rows, String key, String... amounts) {
        TreeMap<String, String> byKey = new TreeMap<>();
        for (CSVRecord row : rows) {
            StringBuilder minor = new StringBuilder();
            for (String amount : amounts) {
                minor.append(' ').append(Amounts.parse(row.get(amount), Currency.of(row.get("currency"))));
            }
            byKey.put(row.get(key) + row.get("currency"), minor.toString());
        }
        return byKey;
    }
}
