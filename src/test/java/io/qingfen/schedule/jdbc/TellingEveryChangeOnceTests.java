package io.qingfen.schedule.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.run.Notice;
import io.qingfen.run.Notice.Kind;
import io.qingfen.run.Notices;
import io.qingfen.schedule.JobStates;
import io.qingfen.schedule.JobStates.Topic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

@OnBothDatabases
class TellingEveryChangeOnceTests {
    private static final String JOB = "nightly-settlement";
    private static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUE_2026_03_03 = LocalDate.of(2026, 3, 3);

    private final DataSource books;
    private final List<Notice> told = Collections.synchronizedList(new ArrayList<>());

    TellingEveryChangeOnceTests(TestDatabase database) {
        books = database.fresh();
    }

    @Test
    void whatStaysAsItIsIsNoNews() {
        JobStates states = states();

        assertThat(states.become(JOB, MON_2026_03_02, Topic.RUN, Kind.FAILED, "disk full\nrestart it"))
                .isTrue();
        assertThat(states.become(JOB, MON_2026_03_02, Topic.RUN, Kind.FAILED, "disk full\nrestart it soon"))
                .isFalse();
        assertThat(told).containsExactly(new Notice(Kind.FAILED, JOB, MON_2026_03_02, "disk full\nrestart it"));
    }

    @Test
    void aNewStateAndANewReasonAreNews() {
        JobStates states = states();
        states.become(JOB, MON_2026_03_02, Topic.RUN, Kind.FAILED, "disk full");
        states.become(JOB, MON_2026_03_02, Topic.RUN, Kind.FAILED, "file refused");
        states.become(JOB, MON_2026_03_02, Topic.RUN, Kind.RECOVERED, "closed");
        states.become(JOB, MON_2026_03_02, Topic.TIME, Kind.LATE, "late");
        states.become(JOB, TUE_2026_03_03, Topic.RUN, Kind.RECOVERED, "closed");

        assertThat(told).hasSize(5);
        assertThat(states.of(JOB, MON_2026_03_02, Topic.RUN)).contains(Kind.RECOVERED);
        assertThat(states.of(JOB, MON_2026_03_02, Topic.FILES)).isEmpty();
    }

    @Test
    void aRestartTellsNothingAgain() {
        states().become(JOB, MON_2026_03_02, Topic.TIME, Kind.LATE, "late");

        assertThat(states().become(JOB, MON_2026_03_02, Topic.TIME, Kind.LATE, "late"))
                .isFalse();
        assertThat(told).hasSize(1);
    }

    @Test
    void ofManyThatNoticeAtTheSameMomentOneTells() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            for (int day = 0; day < 10; day++) {
                LocalDate date = MON_2026_03_02.plusDays(day);
                List<Callable<Boolean>> noticing =
                        Collections.nCopies(6, () -> states().become(JOB, date, Topic.RUN, Kind.CLOSED, "closed"));
                threads.invokeAll(noticing);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(told).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeKeptIsNotTold() {
        JobStates broken = states(notice -> {
            throw new IllegalStateException("the outbox of notices is full");
        });
        try {
            broken.become(JOB, MON_2026_03_02, Topic.RUN, Kind.CLOSED, "closed");
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessageContaining("full");
        }

        assertThat(states().become(JOB, MON_2026_03_02, Topic.RUN, Kind.CLOSED, "closed"))
                .isTrue();
    }

    /** A process of its own: nothing is remembered but the books. */
    private JobStates states() {
        return states(told::add);
    }

    private JobStates states(Notices receiver) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("receiver", receiver);
        return new StoredJobStates(
                JdbcClient.create(books), beans.getBeanProvider(Notices.class), new JdbcTransactionManager(books));
    }
}
