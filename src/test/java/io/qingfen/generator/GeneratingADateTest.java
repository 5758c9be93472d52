package io.qingfen.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.generator.InputFileReader.Batch;
import io.qingfen.reference.batch.ReferenceFiles;
import io.qingfen.reference.batch.ReferenceReader;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratingADateTest {
    private static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);
    private static final int DETAIL_FIELDS = 12;
    private static final int AUTHORIZATION_FIELDS = 20;

    @TempDir
    Path home;

    @Test
    void givesTheSameBytesForTheSameSeed(@TempDir Path other) throws IOException {
        Generation.write(options(home, MON_2026_03_02));
        Generation.write(options(other, MON_2026_03_02));
        assertThat(bytes(home)).isEqualTo(bytes(other));
    }

    @Test
    void givesOtherBytesForAnotherSeed(@TempDir Path other) throws IOException {
        Generation.write(options(home, MON_2026_03_02));
        Generation.write(GenerationOptions.of(other, MON_2026_03_02, 30, 5_000, 8));
        assertThat(bytes(home).get("inbox/authorizations_20260302_01.csv"))
                .isNotEqualTo(bytes(other).get("inbox/authorizations_20260302_01.csv"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void statesTrueTotalsInTrailersAndHeaders(long seed) {
        Planted planted = Generation.write(GenerationOptions.of(home, MON_2026_03_02, 20, 4_000, seed));
        long details = 0;
        for (Path file : InputFileReader.files(home.resolve("inbox"), "terminal-batches")) {
            List<Batch> batches = InputFileReader.batches(file);
            List<List<String>> all =
                    batches.stream().flatMap(b -> b.details().stream()).toList();
            List<List<String>> lines = InputFileReader.lines(file);
            assertThat(lines.get(lines.size() - 1))
                    .containsExactly("T", "" + batches.size(), "" + all.size(), amount(all, DETAIL_FIELDS, 5));
            details += all.size();
        }
        assertThat(planted.captures()).isEqualTo(details);
        assertThat(outOfBalance()).isEqualTo(planted.count("outOfBalanceBatch"));
        long authorizations = 0;
        for (Path file : InputFileReader.files(home.resolve("inbox"), "authorizations")) {
            List<List<String>> all = InputFileReader.authorizations(file);
            List<List<String>> lines = InputFileReader.lines(file);
            assertThat(lines.get(lines.size() - 1))
                    .containsExactly("T", "" + all.size(), amount(all, AUTHORIZATION_FIELDS, 12));
            authorizations += all.size();
        }
        assertThat(planted.authorizations()).isEqualTo(authorizations);
    }

    @ParameterizedTest
    @CsvSource({"50, 0", "0, 40", "90, 20"})
    void oneMerchantOrTerminalTakesAsMuchAsItIsTold(int merchantPercent, int terminalPercent) {
        GenerationOptions options = options(home, MON_2026_03_02)
                .withFaults(FaultMix.none())
                .withConcentration(new Concentration(merchantPercent, terminalPercent));
        Generation.write(options);
        int column = terminalPercent > 0 ? 2 : 1;
        Map<String, Long> counts = InputFileReader.files(home.resolve("inbox"), "terminal-batches").stream()
                .flatMap(file -> InputFileReader.batches(file).stream())
                .collect(Collectors.groupingBy(
                        batch -> batch.header().get(column),
                        Collectors.summingLong(batch -> batch.details().size())));
        int percent = terminalPercent > 0 ? terminalPercent : merchantPercent;
        assertThat(Collections.max(counts.values())).isEqualTo(options.transactions() * percent / 100);
    }

    @Test
    void theOnlyMerchantTakesAllWhateverItIsTold() {
        Planted planted = Generation.write(GenerationOptions.of(home, MON_2026_03_02, 1, 100, 7)
                .withFaults(FaultMix.none())
                .withConcentration(new Concentration(50, 50)));
        assertThat(planted.captures()).isEqualTo(100);
    }

    @Test
    void pairsEveryCaptureWithoutFaults() {
        GenerationOptions options = options(home, MON_2026_03_02).withFaults(FaultMix.none());
        Planted planted = Generation.write(options.withFiles(3));
        Set<String> claimed = new HashSet<>();
        captures().forEach(d -> claimed.add(d.get(7) + d.get(5) + d.get(3) + d.get(6) + d.get(8)));
        Set<String> answered = new HashSet<>();
        authorizations().forEach(a -> answered.add(a.get(1) + a.get(12) + a.get(8) + a.get(14) + a.get(16)));
        assertThat(claimed).hasSize(5_000).isEqualTo(answered);
        assertThat(authorizations()).allMatch(a -> a.get(15).equals("00"));
        assertThat(planted.settledPairs()).isEqualTo(5_000);
        assertThat(planted.feesMinor()).isPresent();
    }

    @Test
    void plantsWhatTheTruthFileSays() {
        Planted planted = Generation.write(options(home, MON_2026_03_02).withFaults(every("20")));
        Map<String, List<List<String>>> answers = new HashMap<>();
        Map<String, List<List<String>>> claims = new HashMap<>();
        authorizations().stream()
                .filter(a -> !a.get(6).matches("REVERSAL|PREAUTH|PREAUTH_VOID|BALANCE_INQUIRY"))
                .forEach(a -> answers.computeIfAbsent(a.get(1), key -> new ArrayList<>())
                        .add(a));
        captures()
                .forEach(d -> claims.computeIfAbsent(d.get(7), key -> new ArrayList<>())
                        .add(d));
        Map<String, Long> found = classified(answers, claims);
        for (String kind : List.of(
                "orphanCapture",
                "amountMismatch",
                "currencyMismatch",
                "cardMismatch",
                "typeMismatch",
                "declinedCapture",
                "unknownOutcome",
                "duplicateCapture",
                "duplicateAuthorization",
                "declined",
                "unanswered")) {
            assertThat(found.getOrDefault(kind, 0L)).as(kind).isEqualTo(planted.count(kind));
        }
        assertThat(count("VOID")).isEqualTo(planted.count("void"));
        assertThat(count("REFUND")).isEqualTo(planted.count("refund")).isPositive();
        assertThat(count("COMPLETION_VOID")).isEqualTo(planted.count("completionVoid"));
        assertThat(captures().stream().filter(d -> d.get(7).isEmpty()).count())
                .isEqualTo(planted.count("withoutRrn") + planted.count("withoutRrnAndTrace"));
    }

    private static Map<String, Long> classified(
            Map<String, List<List<String>>> answers, Map<String, List<List<String>>> claims) {
        Map<String, Long> found = new TreeMap<>();
        claims.forEach((rrn, captures) -> {
            if (!rrn.isEmpty()) {
                found.merge(kind(captures, answers.getOrDefault(rrn, List.of())), 1L, Long::sum);
            }
        });
        answers.forEach((rrn, all) -> {
            if (!claims.containsKey(rrn)) {
                String code = all.get(0).get(15);
                found.merge(code.equals("00") ? "alone" : isUnknown(code) ? "unanswered" : "declined", 1L, Long::sum);
            }
        });
        return found;
    }

    private static String kind(List<List<String>> captures, List<List<String>> answers) {
        if (answers.isEmpty()) {
            return "orphanCapture";
        }
        List<String> d = captures.get(0);
        List<String> a = answers.get(0);
        if (!a.get(15).matches("00|Y1")) {
            return isUnknown(a.get(15)) ? "unknownOutcome" : "declinedCapture";
        }
        return captures.size() > 1
                ? "duplicateCapture"
                : answers.size() > 1 ? "duplicateAuthorization" : difference(d, a);
    }

    private static String difference(List<String> d, List<String> a) {
        return !d.get(2).equals(a.get(6))
                ? "typeMismatch"
                : !a.get(13).equals("CNY")
                        ? "currencyMismatch"
                        : !d.get(3).equals(a.get(8))
                                ? "cardMismatch"
                                : d.get(5).equals(a.get(12)) ? "matched" : "amountMismatch";
    }

    private static boolean isUnknown(String code) {
        return Set.of("68", "98", "96", "").contains(code);
    }

    @Test
    void bringsLateCapturesOnTheNextDateOnly() throws IOException {
        Planted monday = Generation.write(options(home, MON_2026_03_02));
        Set<String> mondayRrns = new HashSet<>();
        authorizations().forEach(a -> mondayRrns.add(a.get(1)));
        Planted tuesday = Generation.write(options(home, MON_2026_03_02.plusDays(1)));
        assertThat(tuesday.toString())
                .contains("\"firstDate\": \"2026-03-02\"")
                .contains("\"lateArrivals\": {\"count\": " + monday.count("late") + ",");
        long late = InputFileReader.files(home.resolve("inbox"), "terminal-batches_20260303").stream()
                .flatMap(file -> InputFileReader.batches(file).stream())
                .flatMap(batch -> batch.details().stream())
                .filter(d -> d.size() == DETAIL_FIELDS && mondayRrns.contains(d.get(7)))
                .count();
        assertThat(monday.count("late")).isPositive().isEqualTo(late);
    }

    @Test
    void refundsNoSaleTwice() {
        FaultMix mix = every("30");
        for (int day = 0; day < 8; day++) {
            Generation.write(options(home, MON_2026_03_02.plusDays(day)).withFaults(mix));
        }
        List<List<String>> refunds =
                captures().stream().filter(d -> d.get(2).equals("REFUND")).toList();
        Map<String, BigDecimal> sales = new HashMap<>();
        captures().stream()
                .filter(d -> d.get(2).equals("SALE"))
                .forEach(d -> sales.put(d.get(7), new BigDecimal(d.get(5))));
        assertThat(refunds.stream().map(d -> d.get(11))).doesNotHaveDuplicates();
        assertThat(refunds)
                .hasSizeGreaterThan(50)
                .allSatisfy(d -> assertThat(new BigDecimal(d.get(5))).isLessThanOrEqualTo(sales.get(d.get(11))));
    }

    @Test
    void writesReferenceDataThatANightAccepts() throws IOException {
        Generation.write(GenerationOptions.of(home, MON_2026_03_02, 400, 1_000, 7));
        assertThat(ReferenceReader.read(ReferenceFiles.of(home), MON_2026_03_02, "")
                        .report()
                        .problems())
                .isEmpty();
    }

    @Test
    void refusesToMixTwoSeedsInOneHome() {
        Generation.write(options(home, MON_2026_03_02));
        assertThatThrownBy(() -> Generation.write(GenerationOptions.of(home, LocalDate.of(2026, 3, 3), 30, 5_000, 8)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("merchants.csv exists and is not what");
    }

    @Test
    void refusesToOverwriteInputs() {
        Generation.write(options(home, MON_2026_03_02));
        assertThatThrownBy(() -> Generation.write(options(home, MON_2026_03_02)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("terminal-batches_20260302_01.csv exists already");
    }

    @Test
    void givesEveryTerminalABatchEvenWithoutBusiness() {
        Generation.write(GenerationOptions.of(home, MON_2026_03_02, 50, 0, 7));
        assertThat(captures()).isEmpty();
        assertThat(InputFileReader.files(home.resolve("inbox"), "terminal-batches").stream()
                        .mapToInt(file -> InputFileReader.batches(file).size())
                        .sum())
                .isGreaterThanOrEqualTo(50);
    }

    private static GenerationOptions options(Path home, LocalDate date) {
        return GenerationOptions.of(home, date, 30, 5_000, 7);
    }

    private FaultMix every(String perMille) {
        StringBuilder yaml = new StringBuilder();
        for (Story story : Story.values()) {
            if (story != Story.SALE
                    && story != Story.DUPLICATE_BATCH
                    && !story.key().startsWith("rejected")) {
                yaml.append(story.key()).append(": ").append(perMille).append('\n');
            }
        }
        yaml.append("duplicateBatch: 0\nrejectedCapture: 0\nrejectedAuthorization: 0\n");
        return read(yaml.toString());
    }

    private FaultMix read(String yaml) {
        try {
            return FaultMix.read(Files.writeString(home.resolve("mix.yml"), yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<List<String>> captures() {
        return InputFileReader.files(home.resolve("inbox"), "terminal-batches").stream()
                .flatMap(file -> InputFileReader.batches(file).stream())
                .flatMap(batch -> batch.details().stream())
                .toList();
    }

    private List<List<String>> authorizations() {
        return InputFileReader.files(home.resolve("inbox"), "authorizations").stream()
                .flatMap(file -> InputFileReader.authorizations(file).stream())
                .toList();
    }

    private long count(String type) {
        return captures().stream().filter(d -> d.get(2).equals(type)).count();
    }

    private long outOfBalance() {
        return InputFileReader.files(home.resolve("inbox"), "terminal-batches").stream()
                .flatMap(file -> InputFileReader.batches(file).stream())
                .filter(batch -> !batch.header().get(7).equals(amount(debits(batch), DETAIL_FIELDS, 5)))
                .distinct()
                .count();
    }

    private static List<List<String>> debits(Batch batch) {
        return batch.details().stream()
                .filter(d -> d.size() == DETAIL_FIELDS && d.get(2).matches("SALE|OFFLINE_SALE|PREAUTH_COMPLETION"))
                .filter(d ->
                        d.get(6).matches("....-..-..T..:..:..") && !d.get(3).startsWith("4"))
                .toList();
    }

    private static String amount(List<List<String>> records, int fields, int column) {
        return InputFileReader.sum(records, fields, column).toPlainString();
    }

    private static Map<String, String> bytes(Path home) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(home.relativize(file).toString(), Files.readString(file));
            }
        }
        return bytes;
    }
}
