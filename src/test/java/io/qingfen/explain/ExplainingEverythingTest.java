package io.qingfen.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.TestDatabase;
import io.qingfen.explain.Told.Node;
import io.qingfen.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the sample days leave in the books can be explained, every figure agrees, every fee can be done again: what
 * nights made, and what people and banks did between them.
 */
class ExplainingEverythingTest {
    @TempDir
    Path folder;

    static Stream<Arguments> days() throws IOException {
        try (Stream<Path> days = Files.list(Path.of("sample-files", "days"))) {
            List<Path> sorted = days.sorted().toList();
            List<Arguments> runs = new java.util.ArrayList<>();
            sorted.forEach(day -> runs.add(Arguments.of(day, TestDatabase.H2)));
            sorted.stream()
                    .filter(day -> day.endsWith("2026-03-16-late-and-carried")
                            || day.endsWith("2026-04-13-deposits")
                            || day.endsWith("2026-07-06-corrected-late-returned")
                            || day.endsWith("2026-09-30-reserves-and-agents"))
                    .forEach(day -> runs.add(Arguments.of(day, TestDatabase.POSTGRESQL)));
            return runs.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void ofASampleDay(Path day, TestDatabase database) throws IOException {
        try (ExplainedHome home = ExplainedHome.ofStory(day, folder.resolve("home"), database)) {
            Explainer explainer = home.explainer();
            List<String> payouts = home.ids("select payout_id from payout order by payout_id");
            for (String id : payouts) {
                Node told = Told.of(explainer, id);
                Told.requireSound(told);
                assertThat(told.of("check")).as(id).hasSize(2);
                assertThat(told.of("bank-file")).as(id).hasSize(3);
                long lines = told.of("line").stream()
                        .mapToLong(line -> line.amount().minor())
                        .sum();
                assertThat(lines).as(id).isEqualTo(told.amount().minor());
            }
            List<String> everything = everything(home);
            assertThat(everything).hasSizeGreaterThan(10);
            for (String id : everything) {
                Node told = Told.of(explainer, id);
                Told.requireSound(told);
                if (told.item().kind().equals("entry")) {
                    requireWhole(explainer, told);
                }
            }
        }
    }

    /** The stories have entries of every kind that people and banks cause, or the test above proves little. */
    @Test
    void withMovesOfEveryKindAndEntriesThatWereTakenBack() throws IOException {
        Set<String> acts = new TreeSet<>();
        for (Arguments day : days().toList()) {
            Path script = ((Path) day.get()[0]).resolve("acts.txt");
            if (Files.exists(script)) {
                Stream.of("rerun", "payouts approve", "run payout-results", "holds place", "cases approve")
                        .filter(act -> read(script).contains(" " + act + " "))
                        .forEach(acts::add);
            }
        }
        assertThat(acts).hasSize(5);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What an entry is made of is its amount; an entry that was taken back and the one that did it are each other's mirror. */
    private static void requireWhole(Explainer explainer, Node entry) {
        Optional<String> other = takenBack(entry);
        if (other.isPresent()) {
            assertThat(entry.of("check")).as(entry.item().name()).isEmpty();
            assertThat(postings(entry, "debit"))
                    .as("%s and %s", entry.item().name(), other.get())
                    .isNotEmpty()
                    .isEqualTo(postings(Told.of(explainer, other.get()), "credit"));
            return;
        }
        boolean opening = !entry.of("opening").isEmpty();
        assertThat(opening || !entry.of("check").isEmpty())
                .as(
                        "%s %s says whether its parts are its amount",
                        entry.item().name(), entry.item().note())
                .isTrue();
        for (Node check : entry.of("check")) {
            assertThat(check.amount()).as(entry.item().name()).isEqualTo(debits(entry));
        }
    }

    private static Optional<String> takenBack(Node entry) {
        return entry.item().facts().stream()
                .filter(fact -> fact.name().equals("takenBack"))
                .map(fact -> fact.value().toString())
                .findFirst();
    }

    private static List<String> postings(Node entry, String side) {
        return entry.of("posting").stream()
                .filter(posting -> posting.item().note().equals(side))
                .map(posting -> posting.item().name() + " " + posting.amount())
                .sorted()
                .toList();
    }

    private static Money debits(Node entry) {
        List<Money> debits = entry.of("posting").stream()
                .filter(posting -> posting.item().note().equals("debit"))
                .map(Node::amount)
                .toList();
        return new Money(
                debits.stream().mapToLong(Money::minor).sum(), debits.get(0).currency());
    }

    private static List<String> everything(ExplainedHome home) {
        List<String> ids = home.ids("select distinct transaction_id from transactions order by transaction_id");
        ids.addAll(home.ids("select case_id from review_case order by case_id"));
        ids.addAll(home.ids("select entry_id from journal_entry order by entry_id"));
        home.jdbc()
                .sql("select kind, file_date, sequence_no, line_count, file_name from input_file")
                .query(row -> {
                    String prefix = (row.getString("kind").startsWith("T") ? "C" : "A")
                            + row.getString("file_name").replaceAll(".*_([0-9]{8})_([0-9]+)\\.csv", "$1-$2-");
                    for (int line = 1; line <= row.getInt("line_count"); line++) {
                        if (!ids.contains(prefix + line)) {
                            ids.add(prefix + line);
                        }
                    }
                });
        return ids;
    }
}
