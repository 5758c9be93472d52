package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.adjustments.AdjustmentState;
import io.qingfen.deposits.DepositEvent;
import io.qingfen.intake.Notice;
import io.qingfen.matching.MatchStatus.Disposition;
import io.qingfen.overview.Stage;
import io.qingfen.payouts.PayoutState;
import io.qingfen.reports.Phrases;
import io.qingfen.repricing.Repriced;
import io.qingfen.review.CaseKind;
import io.qingfen.review.Resolution;
import io.qingfen.review.Suggestion;
import io.qingfen.review.Waiting;
import io.qingfen.run.BusinessDay;
import io.qingfen.schedule.FileBoard;
import io.qingfen.serve.NightActs;
import io.qingfen.settlement.Decision;
import io.qingfen.settlement.Line;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/console");
    private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z][A-Za-z0-9.]*)[(}]");
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])");

    private static Properties messages(String language) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve("messages_" + language + ".properties"))) {
            messages.load(reader);
        }
        return messages;
    }

    @Test
    void saysEverythingInBothLanguages() throws IOException {
        Properties english = messages("en");
        Properties chinese = messages("zh_CN");
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(chinese.getProperty(key)).as(key).isNotBlank();
            assertThat(places(chinese.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    private static Set<String> places(String message) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(message);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    @Test
    void hasWhatThePagesAskFor() throws IOException {
        Properties english = messages("en");
        try (Stream<Path> pages = Files.list(RESOURCES.resolve("pages"))) {
            for (Path page : pages.toList()) {
                Matcher key = KEY.matcher(Files.readString(page));
                while (key.find()) {
                    assertThat(english.getProperty(key.group(1)))
                            .as(page.getFileName() + ": " + key.group(1))
                            .isNotNull();
                }
            }
        }
    }

    /** Reports and pages call a kind of case the same. */
    @Test
    void callsKindsOfCasesAsReportsDo() throws IOException {
        List<String> words = Files.readAllLines(Path.of("src/main/resources/io/qingfen/reports/words.csv"));
        for (CaseKind kind : CaseKind.values()) {
            String key = "kind." + kind;
            assertThat(words)
                    .as(key)
                    .contains("case:" + kind + "," + messages("zh_CN").getProperty(key) + ","
                            + messages("en").getProperty(key));
        }
    }

    /** Sentences that rules make in English are Chinese on a Chinese page. */
    @Test
    void putsEverySuggestionIntoChinese() {
        Phrases chinese = new Phrases(Sentences.shipped());
        for (CaseKind kind : CaseKind.values()) {
            for (Waiting waiting : Waiting.values()) {
                for (boolean joins : new boolean[] {true, false}) {
                    for (long authorized : new long[] {50, 150}) {
                        String reason = Suggestion.of(kind, waiting, joins, 100L, authorized)
                                .reason();
                        assertThat(chinese.of(reason)).as(kind + ": " + reason).matches(".*[一-龥].*");
                    }
                }
            }
        }
    }

    @Test
    void putsEverySuggestionOfSchemesIntoChinese() {
        Phrases chinese = new Phrases(Sentences.shipped());
        for (CaseKind kind : CaseKind.values()) {
            for (long minor : kind.isOfScheme() ? new long[] {-100, 0, 100} : new long[0]) {
                String reason = Suggestion.ofScheme(kind, minor).reason();
                assertThat(chinese.of(reason)).as(kind + ": " + reason).matches(".*[一-龥].*");
            }
        }
    }

    @Test
    void namesEveryCodeThatAPageShows() throws IOException {
        Properties english = messages("en");
        List<String> codes = new ArrayList<>();
        Arrays.stream(BusinessDay.State.values()).forEach(one -> codes.add("state." + one));
        Arrays.stream(Stage.values()).forEach(one -> codes.add("stage." + one));
        Arrays.stream(Stage.State.values()).forEach(one -> codes.add("cell." + one));
        Arrays.stream(Line.values()).forEach(one -> codes.add("line." + one));
        Arrays.stream(Decision.values()).forEach(one -> codes.add("decision." + one));
        Arrays.stream(FileBoard.State.values()).forEach(one -> codes.add("board." + one));
        Arrays.stream(Notice.Kind.values()).forEach(one -> codes.add("notice." + one));
        Arrays.stream(CaseKind.values()).forEach(one -> codes.add("kind." + one));
        Arrays.stream(Resolution.values()).forEach(one -> codes.add("resolution." + one));
        Arrays.stream(PayoutState.values()).forEach(one -> codes.add("payout." + one));
        Arrays.stream(DepositEvent.Kind.values()).forEach(one -> codes.add("event." + one));
        Arrays.stream(NightActs.Kind.values()).forEach(one -> codes.add("acting.refused." + one));
        Arrays.stream(AdjustmentState.values()).forEach(one -> codes.add("adjustment." + one));
        Arrays.stream(Repriced.Kept.values()).forEach(one -> codes.add("kept." + one));
        Arrays.stream(FeeDesk.Kind.values())
                .forEach(one -> codes.addAll(List.of("reckoning." + one, "reckoning.refused." + one)));
        Arrays.stream(Disposition.values()).forEach(one -> codes.add("disposition." + one));
        TransactionView.TYPES.forEach(one -> codes.add("type." + one));
        TransactionView.STATUSES.forEach(one -> codes.add("kind." + one));
        Stage.allSteps().forEach(step -> codes.add("step." + step));
        assertThat(codes).allSatisfy(code -> assertThat(english).containsKey(code));
    }
}
