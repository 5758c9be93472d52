package io.qingfen.schedule.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.schedule.JobStarts;
import io.qingfen.schedule.JobStops;
import io.qingfen.schedule.JobStops.Stop;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

@OnBothDatabases
class ChangingTheScheduleTests {
    private static final String JOB = "nightly-settlement";
    private static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);
    private static final Instant NOON = Instant.parse("2026-03-03T04:00:00Z");
    private static final Actor LI_NA = new Actor("li.na");

    private final DataSource books;
    private final JobStops stops;
    private final List<String> audited = new ArrayList<>();

    ChangingTheScheduleTests(TestDatabase database) {
        books = database.fresh();
        stops = new StoredJobStops(
                JdbcClient.create(books),
                new io.qingfen.run.Audit() {
                    @Override
                    public void record(Actor actor, String action, String subject, String detail) {
                        audited.add(actor + " " + action + " " + subject + " " + detail);
                    }

                    @Override
                    public List<String> problems() {
                        return List.of();
                    }
                },
                new JdbcTransactionManager(books));
    }

    @Test
    void aPauseHoldsUntilItIsResumed() {
        stops.place(LI_NA, JOB, Optional.empty(), "moving the database", Optional.empty(), NOON);

        assertThat(stops.inForce(JOB, NOON.plusSeconds(1_000_000)))
                .extracting(Stop::reason, Stop::businessDate)
                .containsExactly(org.assertj.core.api.Assertions.tuple("moving the database", Optional.empty()));
        assertThat(stops.inForce("payout-results", NOON)).isEmpty();

        stops.end(LI_NA, JOB, Optional.empty(), "it is back", NOON);

        assertThat(stops.inForce(JOB, NOON)).isEmpty();
        assertThat(audited)
                .containsExactly(
                        "li.na jobs.pause nightly-settlement moving the database",
                        "li.na jobs.resume nightly-settlement it is back");
    }

    @Test
    void itEndsByItselfAtItsTime() {
        stops.place(LI_NA, JOB, Optional.empty(), "moving the database", Optional.of(NOON.plusSeconds(60)), NOON);

        assertThat(stops.inForce(JOB, NOON.plusSeconds(59))).hasSize(1);
        assertThat(stops.inForce(JOB, NOON.plusSeconds(60))).isEmpty();
        assertThat(audited.get(0)).contains("until 2026-03-03T04:01:00Z");
    }

    @Test
    void aDateIsSkippedBesideAPause() {
        stops.place(LI_NA, JOB, Optional.of(MON_2026_03_02), "corrected by hand", Optional.empty(), NOON);
        stops.place(LI_NA, JOB, Optional.empty(), "moving the database", Optional.empty(), NOON);

        assertThat(stops.inForce(JOB, NOON))
                .extracting(Stop::businessDate)
                .containsExactly(Optional.of(MON_2026_03_02), Optional.empty());

        stops.end(LI_NA, JOB, Optional.of(MON_2026_03_02), "files are here", NOON);

        assertThat(stops.inForce(JOB, NOON)).extracting(Stop::businessDate).containsExactly(Optional.empty());
    }

    @Test
    void whatHoldsAlreadyIsNotPlacedAgain() {
        stops.place(LI_NA, JOB, Optional.empty(), "moving the database", Optional.empty(), NOON);

        refused(Exit.REFUSED, () -> stops.place(LI_NA, JOB, Optional.empty(), "once more", Optional.empty(), NOON));
        refused(Exit.REFUSED, () -> stops.end(LI_NA, JOB, Optional.of(MON_2026_03_02), "not skipped", NOON));
        assertThat(audited).hasSize(1);
    }

    @Test
    void aReasonIsNeeded() {
        refused(
                Exit.USAGE_OR_REFERENCE,
                () -> stops.place(LI_NA, JOB, Optional.empty(), " x ", Optional.empty(), NOON));
    }

    @Test
    void theLastStartThatWasSeenToIsKept() {
        JobStarts starts = new StoredJobStarts(JdbcClient.create(books));
        assertThat(starts.last(JOB)).isEmpty();

        starts.seen(JOB, NOON, "DONE", "business date 2026-03-02 is closed");
        starts.seen(JOB, NOON.minusSeconds(1), "FAILED", "an earlier one ends late");

        assertThat(starts.last(JOB)).hasValueSatisfying(seen -> {
            assertThat(seen.startAt()).isEqualTo(NOON);
            assertThat(seen.outcome()).isEqualTo("DONE");
        });
    }

    private static void refused(Exit exit, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(exit));
    }
}
