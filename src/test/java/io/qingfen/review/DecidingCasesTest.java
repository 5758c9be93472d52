package io.qingfen.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** States and resolutions of cases, over everything that the enums can combine. */
class DecidingCasesTest {
    private static final Map<CaseState, Set<CaseState>> NEXT = Map.of(
            CaseState.OPEN, EnumSet.of(CaseState.PROPOSED, CaseState.SELF_CLEARED),
            CaseState.PROPOSED, EnumSet.of(CaseState.OPEN, CaseState.APPROVED, CaseState.SELF_CLEARED),
            CaseState.APPROVED, EnumSet.of(CaseState.OPEN, CaseState.APPLIED, CaseState.SELF_CLEARED),
            CaseState.APPLIED, EnumSet.noneOf(CaseState.class),
            CaseState.SELF_CLEARED, EnumSet.noneOf(CaseState.class));

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void passesOnlyFromOneStateToItsNext(CaseState from) {
        for (CaseState to : CaseState.values()) {
            assertThat(from.mayBecome(to))
                    .as("%s to %s", from, to)
                    .isEqualTo(NEXT.get(from).contains(to));
        }
        assertThat(from.isClosed()).isEqualTo(NEXT.get(from).isEmpty());
    }

    static Stream<Arguments> everything() {
        return Arrays.stream(CaseKind.values())
                .flatMap(kind -> Arrays.stream(Waiting.values()).map(waiting -> Arguments.of(kind, waiting)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void canAlwaysWaitOrBeLeftUnsettledWhereAnythingIsPossible(CaseKind kind, Waiting waiting) {
        Set<Resolution> allowed = Resolutions.allowed(kind, waiting);
        if (!allowed.isEmpty()) {
            assertThat(allowed).contains(Resolution.WAIT, Resolution.DO_NOT_SETTLE);
        }
        assertThat(allowed.contains(Resolution.LINK))
                .isEqualTo(waiting == Waiting.CAPTURE
                                && Set.of(CaseKind.ORPHAN_CAPTURE, CaseKind.AMBIGUOUS)
                                        .contains(kind)
                        || waiting == Waiting.AUTHORIZATION && kind == CaseKind.ORPHAN_AUTHORIZATION);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void settlesOnlyARecordThatIsThere(CaseKind kind, Waiting waiting) {
        Set<Resolution> allowed = Resolutions.allowed(kind, waiting);
        boolean claimed = waiting.name().endsWith("CAPTURE") || waiting.name().endsWith("PAIR");
        boolean answered =
                waiting.name().endsWith("AUTHORIZATION") || waiting.name().endsWith("PAIR");
        if (!claimed) {
            assertThat(allowed).doesNotContain(Resolution.SETTLE_CAPTURED);
        }
        if (!answered) {
            assertThat(allowed).doesNotContain(Resolution.SETTLE_AUTHORIZED);
        }
        if (waiting == Waiting.NOTHING) {
            assertThat(allowed).containsExactly(Resolution.DO_NOT_SETTLE, Resolution.WAIT);
        }
    }

    /** A credit that nobody approved is never given, and an approved one is never refunded twice. */
    @ParameterizedTest
    @EnumSource(CaseKind.class)
    void givesNoCreditThatNobodyApproved(CaseKind kind) {
        assertThat(Resolutions.allowed(kind, Waiting.CREDIT_CAPTURE))
                .doesNotContain(Resolution.SETTLE_CAPTURED, Resolution.WRITE_OFF, Resolution.LINK);
        assertThat(Resolutions.allowed(kind, Waiting.CREDIT_AUTHORIZATION))
                .doesNotContain(Resolution.REFUND_CARDHOLDER);
        assertThat(Resolutions.allowed(kind, Waiting.CREDIT_PAIR)).doesNotContain(Resolution.REFUND_CARDHOLDER);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void suggestsSomethingThatIsAllowed(CaseKind kind, Waiting waiting) {
        Set<Resolution> allowed = Resolutions.allowed(kind, waiting);
        if (allowed.isEmpty()) {
            return;
        }
        for (boolean joins : List.of(true, false)) {
            for (Long captured : Arrays.asList(90L, 110L)) {
                Suggestion suggestion = Suggestion.of(kind, waiting, joins, captured, 100L);
                assertThat(allowed).contains(suggestion.resolution());
                assertThat(suggestion.reason()).isNotBlank();
            }
        }
    }

    /** What the scheme paid is given back, what it did not pay or took is claimed; nobody is told to keep anything. */
    @ParameterizedTest
    @CsvSource({
        "LONG, 5800, DO_NOT_SETTLE, credit adjustment",
        "LONG, -5800, DO_NOT_SETTLE, claim it",
        "SHORT, 38800, WAIT, claim it from the scheme or wait",
        "SHORT, -38800, WAIT, ask the scheme or wait",
        "UNKNOWN_TO_US, 7700, WAIT, ask the scheme",
        "UNKNOWN_TO_US, -300, WAIT, ask the scheme",
        "AMOUNT_DIFFERS, 100, DO_NOT_SETTLE, give the difference back by a credit adjustment",
        "AMOUNT_DIFFERS, -100, DO_NOT_SETTLE, claim the difference",
        "STATUS_DIFFERS, 0, DO_NOT_SETTLE, find out whether the cardholder was charged",
        "COST_DIFFERS, 0, DO_NOT_SETTLE, tariff",
        "FUNDS_DIFFER, 0, DO_NOT_SETTLE, funds-differences.csv",
        "BRAND_FEES_DIFFER, 0, DO_NOT_SETTLE, nothing of them is booked",
        "DISPUTE, -3600, DO_NOT_SETTLE, re-present"
    })
    void suggestsWhatToDoWithTheScheme(CaseKind kind, long minor, Resolution resolution, String words) {
        Suggestion suggestion = Suggestion.ofScheme(kind, minor);
        assertThat(suggestion.resolution()).isEqualTo(resolution);
        assertThat(suggestion.reason()).contains(words);
        assertThat(Resolutions.allowed(kind, Waiting.NOTHING)).contains(resolution);
    }

    /** The table of docs/SPEC-review.md is the rule. */
    @Test
    void isTheTableOfThePage() throws Exception {
        List<String> page = Files.readAllLines(Path.of("docs/SPEC-review.md"));
        List<String> rows = everything()
                .filter(one -> one.get()[1] != Waiting.NOTHING)
                .map(one -> row((CaseKind) one.get()[0], (Waiting) one.get()[1]))
                .filter(row -> !row.isEmpty())
                .toList();
        assertThat(page).containsAll(rows);
        assertThat(page.stream().filter(line -> line.matches("\\| `[A-Z_]+` \\| [A-Z_]+ \\|.*")))
                .hasSameSizeAs(rows);
    }

    private static String row(CaseKind kind, Waiting waiting) {
        String allowed =
                Resolutions.allowed(kind, waiting).stream().map(Enum::name).collect(Collectors.joining(", "));
        return allowed.isEmpty() ? "" : "| `" + kind + "` | " + waiting + " | " + allowed + " |";
    }
}
