package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.reports.Phrases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the program refuses to somebody at a page is told in Chinese on a Chinese page. */
class RefusalsInChineseTest {
    private static final Path SOURCES = Path.of("src/main/java/io/qingfen");
    private static final String BEGIN = "new Refusal(";

    /** Whose services the pages call. */
    private static final List<String> ASKED = List.of(
            "access",
            "adjustments",
            "console",
            "explain",
            "nightly",
            "overview",
            "payouts",
            "repricing",
            "review",
            "risk",
            "run",
            "schedule",
            "serve");

    /** What only commands, steps of a night, the start of the program or files of the installation come to. */
    private static final Set<String> NO_PAGE = Set.of(
            "BooksPosition.java",
            "Databases.java",
            "DatabaseSettings.java",
            "JobDefinitions.java",
            "JobRepositoryCheck.java",
            "NightDuty.java",
            "NightFailure.java",
            "NightRun.java",
            "OidcSignIn.java",
            "Recovery.java",
            "RestoredBooks.java",
            "RunsInProgress.java",
            "ScheduledJobs.java",
            "TakingPayoutResults.java",
            "WritingPayouts.java");

    /** Its words come from elsewhere and stand there. */
    private static final String VALUE = "X";

    @Test
    void haveWordsForEachThatAPageCanTell() throws IOException {
        Phrases chinese = new Phrases(Sentences.shipped());
        List<String> missing = new ArrayList<>();
        int told = 0;
        for (String area : ASKED) {
            for (Path source : sources(SOURCES.resolve(area))) {
                for (String sentence : sentences(Files.readString(source))) {
                    if (chinese.of(sentence).codePoints().anyMatch(Character::isIdeographic)) {
                        told++;
                    } else {
                        missing.add(source.getFileName() + ": " + sentence);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(told).isGreaterThan(60);
    }

    /** What speaks against a release is no refusal by itself; here as the gates say it. */
    @Test
    void haveWordsForWhatSpeaksAgainstARelease() {
        Phrases chinese = new Phrases(Sentences.shipped());
        String out = "; or take the payout out: qingfen payouts withdraw P1 --reason \"on hold\"";
        assertThat(List.of(
                        "payout P1: merchant M1 is on hold H1 (odd; turnover); lift it: qingfen holds lift H1 --reason TEXT"
                                + out,
                        "payout P1: merchant M1's terminal T1 is on hold H1 (odd); lift it: qingfen holds lift H1 --reason"
                                + " TEXT" + out,
                        "payout P1: merchant M1 is held by case K1 (10 x 99.00); look at it: qingfen cases show K1"
                                + out,
                        "payout P1: M1 is on hold or not ACTIVE in reference/merchants.csv now; take the payout out: x",
                        "control 'files -> records, batches, ' of 2026-03-02 is open: both numbers are in"
                                + " outbox/2026-03-02/control-totals.csv; find the difference first",
                        "outbox/2026-03-02/payouts/a.xml: was changed since it was written: SHA-256 ab, written cd"))
                .allSatisfy(sentence -> assertThat(chinese.of(sentence))
                        .containsPattern("暂缓|勾稽|改动")
                        .doesNotContain("merchant ", "is ", "find ", "was ", "; or"));
    }

    /** What the page of the schedule says of the last start of a job. */
    @Test
    void haveWordsForWhatBecameOfAJob() {
        Phrases chinese = new Phrases(Sentences.shipped());
        assertThat(List.of(
                        "business date 2026-03-07 is closed",
                        "business date 2026-03-04 stands as FAILED and waits for a person: qingfen status --date 2026-03-04",
                        "business date 2026-03-04: waits for 1 x a_yyyyMMdd_NN.csv from terminal platform, by 02:45 of the"
                                + " next day",
                        "deliver them into inbox/, then: qingfen run --date 2026-03-04; to settle the date without them:"
                                + " qingfen run --date 2026-03-04 --incomplete --reason TEXT",
                        "2026-03-04: wechat, 703 records, 1 cases opened",
                        "2026-03: 40 invoices in outbox/2026-03"))
                .allSatisfy(sentence -> assertThat(chinese.of(sentence))
                        .containsPattern("关闭|人工|等待|放入|差错|账单")
                        .doesNotContain("waits", "cases"));
    }

    private static List<Path> sources(Path area) throws IOException {
        try (Stream<Path> files = Files.walk(area)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !NO_PAGE.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /** The sentences of refusals as they stand in a source; what is put in is X. Those that are all put in are left out. */
    private static List<String> sentences(String source) {
        List<String> sentences = new ArrayList<>();
        for (int at = source.indexOf(BEGIN); at >= 0; at = source.indexOf(BEGIN, at + 1)) {
            List<String> arguments = split(source, at + BEGIN.length(), ',');
            if (arguments.size() == 2) {
                StringBuilder sentence = new StringBuilder();
                for (String part : split(arguments.get(1) + ")", 0, '+')) {
                    String text = part.strip();
                    boolean literal = text.startsWith("\"") && text.indexOf('"', 1) > 0 && text.endsWith("\"");
                    sentence.append(
                            literal ? text.substring(1, text.length() - 1).replace("\\\"", "\"") : VALUE);
                }
                if (sentence.toString().replace(VALUE, "").chars().anyMatch(Character::isLetter)) {
                    sentences.add(sentence.toString());
                }
            }
        }
        return sentences;
    }

    /** Parts between these marks up to the bracket that closes; what stands in brackets and quotes is left whole. */
    private static List<String> split(String source, int from, char mark) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = from;
        for (int at = from; at < source.length(); at++) {
            char c = source.charAt(at);
            if (c == '"' || c == '\'') {
                at = endOfQuote(source, at);
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0 && depth-- == 0) {
                parts.add(source.substring(begin, at));
                return parts;
            } else if (c == mark && depth == 0) {
                parts.add(source.substring(begin, at));
                begin = at + 1;
            }
        }
        return parts;
    }

    private static int endOfQuote(String source, int begin) {
        int at = begin + 1;
        while (source.charAt(at) != source.charAt(begin)) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
