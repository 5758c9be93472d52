package io.qingfen.verify.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.TestDatabase;
import io.qingfen.verify.Report;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody's books are wrong because people and banks did their work: after each act every closed date is proved. */
class ProvingDatesThatPeopleTouchedTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final int DAYS = 4;

    @ParameterizedTest
    @CsvSource({"H2, 1", "POSTGRESQL, 3"})
    void byDecisionsReleasesResultsReRunsAndLateFiles(TestDatabase database, long seed) {
        TouchedDays days = new TouchedDays(Played.temporary(), FIRST, DAYS, seed);
        try (Played played = new Played(days.root(), Played.books(database), List.of())) {
            days.play(played, (what, closed) -> proveAll(played, what, closed, seed));
            assertThat(days.acts())
                    .as("what was done, seed %s", seed)
                    .containsKeys(
                            "SETTLE_CAPTURED",
                            "SETTLE_AUTHORIZED",
                            "DO_NOT_SETTLE",
                            "WRITE_OFF",
                            "LINK",
                            "WAIT",
                            "proposal withdrawn",
                            "payout withdrawn",
                            "released",
                            "sent",
                            "PAID",
                            "REJECTED",
                            "RETURNED",
                            "UNKNOWN",
                            "run again",
                            "late file",
                            "the same file again");
        }
    }

    private static void proveAll(Played played, String what, List<LocalDate> closed, long seed) {
        // people and banks touch the last date; what they did reaches the older ones with the next night
        boolean all = what.equals("the night") || what.equals("a re-run");
        for (LocalDate date : all ? closed : closed.subList(closed.size() - 1, closed.size())) {
            Report report = played.proved(date);
            assertThat(report.differences())
                    .as("%s after %s, seed %s", date, what, seed)
                    .isEmpty();
        }
    }
}
