package io.qingfen.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingfen.generator.InputFileReader.Batch;
import io.qingfen.reference.batch.ReferenceFiles;
import io.qingfen.reference.batch.ReferenceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample days are sound in themselves: whole inputs, valid reference data, expectations whose sums agree. */
class SampleDaysTest {
    private static final Path DAYS = Path.of("sample-files", "days");
    private static final List<String> SIGNED_LINES = List.of(
            "sales",
            "voids",
            "refunds",
            "merchant_fees",
            "instant_fee",
            "deposit_withheld",
            "deposit_refund",
            "adjustments",
            "chargebacks",
            "chargeback_reversals",
            "reserve_withheld",
            "reserve_released",
            "payout_returned",
            "credits_withheld",
            "brought_forward");

    static List<Path> days() throws IOException {
        return children(DAYS);
    }

    static List<Path> expectedDates() throws IOException {
        return days().stream()
                .flatMap(day -> children(day.resolve("expected")).stream())
                .toList();
    }

    @Test
    void tellAtLeastTwelveStories() throws IOException {
        assertThat(days())
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(day -> assertThat(day.resolve("STORY.md")).isNotEmptyFile());
    }

    @ParameterizedTest
    @MethodSource("days")
    void haveReferenceDataThatARunAccepts(Path day) throws IOException {
        for (Path date : children(day.resolve("expected"))) {
            assertThat(ReferenceReader.read(ReferenceFiles.of(day.resolve("home")), dateOf(date), "")
                            .report()
                            .problems())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void haveWholeBatchFiles(Path day) {
        for (Path file : InputFileReader.files(inbox(day), "terminal-batches")) {
            List<List<String>> lines = InputFileReader.lines(file);
            List<Batch> batches = InputFileReader.batches(file);
            List<List<String>> details =
                    batches.stream().flatMap(batch -> batch.details().stream()).toList();
            assertThat(lines.get(0)).isEqualTo(header(file, "TERMINAL_BATCHES"));
            assertThat(lines.get(lines.size() - 1).subList(0, 3))
                    .containsExactly("T", "" + batches.size(), "" + details.size());
            if (!day.endsWith("2026-03-04-out-of-balance")) {
                assertThat(lines.get(lines.size() - 1).get(3)).isEqualTo(sum(details, 12, 5));
                batches.forEach(SampleDaysTest::requireBalanced);
            }
        }
    }

    private static void requireBalanced(Batch batch) {
        List<List<String>> debits = batch.details().stream()
                .filter(d -> d.get(2).matches("SALE|OFFLINE_SALE|PREAUTH_COMPLETION"))
                .toList();
        List<List<String>> credits =
                batch.details().stream().filter(d -> !debits.contains(d)).toList();
        assertThat(batch.header().subList(6, 10))
                .containsExactly("" + debits.size(), sum(debits, 12, 5), "" + credits.size(), sum(credits, 12, 5));
    }

    @ParameterizedTest
    @MethodSource("days")
    void haveWholeAuthorizationFiles(Path day) {
        for (Path file : InputFileReader.files(inbox(day), "authorizations")) {
            List<List<String>> lines = InputFileReader.lines(file);
            List<List<String>> records = InputFileReader.authorizations(file);
            assertThat(lines).hasSize(records.size() + 2);
            assertThat(lines.get(0)).isEqualTo(header(file, "AUTHORIZATIONS"));
            assertThat(lines.get(lines.size() - 1)).containsExactly("T", "" + records.size(), sum(records, 20, 12));
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void expectAResultForEveryDateWithInputs(Path day) throws IOException {
        List<String> dates = Stream.of("terminal-batches", "authorizations")
                .flatMap(kind -> InputFileReader.files(inbox(day), kind).stream())
                .map(file -> InputFileReader.lines(file).get(0).get(3))
                .distinct()
                .sorted()
                .toList();
        List<String> told = children(day.resolve("expected")).stream()
                .map(date -> date.getFileName().toString())
                .toList();
        if (hasActs(day)) {
            assertThat(told).as("people act on dates without input too").containsAll(dates);
        } else {
            assertThat(told).isEqualTo(dates);
        }
        assertThat(day.getFileName().toString()).startsWith(dates.get(0));
    }

    @ParameterizedTest
    @MethodSource("expectedDates")
    void expectPositionsThatAddUp(Path date) throws IOException {
        for (Map<String, String> position : table(date.resolve("positions.csv"))) {
            BigDecimal net = SIGNED_LINES.stream()
                    .map(line -> new BigDecimal(position.getOrDefault(line, "0.00")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(new BigDecimal(position.get("net"))).isEqualTo(net);
            assertThat(new BigDecimal(position.get("payout")).add(new BigDecimal(position.get("carried_forward"))))
                    .isEqualTo(net);
            assertThat(position.get("value_date").isEmpty())
                    .isEqualTo(!position.get("decision").equals("PAYOUT"));
        }
    }

    @ParameterizedTest
    @MethodSource("expectedDates")
    void expectPositionsOfTheSettledTransactions(Path date) throws IOException {
        boolean aboutPeople = hasActs(date.getParent().getParent());
        assumeTrue(!aboutPeople || Files.exists(date.resolve("transactions.csv")), "nothing was settled");
        Map<String, String> merchants = new TreeMap<>();
        table(date.getParent().resolveSibling("home").resolve("reference/terminals.csv"))
                .forEach(terminal -> merchants.put(terminal.get("terminal_id"), terminal.get("merchant_id")));
        Map<String, BigDecimal> settled = new TreeMap<>();
        for (Map<String, String> transaction : table(date.resolve("transactions.csv"))) {
            if (transaction.get("disposition").equals("SETTLED")) {
                BigDecimal amount = new BigDecimal(transaction.get("amount"));
                boolean credit = transaction.get("txn_type").matches("VOID|REFUND|COMPLETION_VOID");
                BigDecimal net = (credit ? amount.negate() : amount).subtract(new BigDecimal(transaction.get("fee")));
                assertThat(transaction.get("net")).isEqualTo(net.toPlainString());
                settled.merge(merchants.get(transaction.get("terminal_id")), net, BigDecimal::add);
            }
        }
        for (Map<String, String> position : table(date.resolve("positions.csv"))) {
            BigDecimal cleared = Stream.of("sales", "voids", "refunds", "merchant_fees")
                    .map(line -> new BigDecimal(position.get(line)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(cleared)
                    .isEqualByComparingTo(settled.getOrDefault(position.get("merchant_id"), BigDecimal.ZERO));
        }
    }

    /** A story of people and banks: what they did between the nights stands in acts.txt. */
    private static boolean hasActs(Path day) {
        return Files.exists(day.resolve("acts.txt"));
    }

    private static List<Map<String, String>> table(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] columns = lines.get(0).split(",", -1);
        return lines.stream().skip(1).map(line -> row(columns, line)).toList();
    }

    private static Map<String, String> row(String[] columns, String line) {
        String[] cells = line.split(",", -1);
        assertThat(cells).as(line).hasSameSizeAs(columns);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], cells[i]);
        }
        return row;
    }

    /** What the first line must say, by the file's name. */
    private static List<String> header(Path file, String kind) {
        String[] parts = file.getFileName().toString().replace(".csv", "").split("_");
        String date = parts[1].substring(0, 4) + "-" + parts[1].substring(4, 6) + "-" + parts[1].substring(6);
        return List.of("H", kind, "1", date, Integer.toString(Integer.parseInt(parts[2])));
    }

    private static String sum(List<List<String>> records, int fields, int column) {
        return InputFileReader.sum(records, fields, column).toPlainString();
    }

    private static Path inbox(Path day) {
        return day.resolve("home").resolve("inbox");
    }

    private static LocalDate dateOf(Path expected) {
        return LocalDate.parse(expected.getFileName().toString());
    }

    private static List<Path> children(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
