package io.qingfen.run.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.run.Actor;
import io.qingfen.run.AuditTrail;
import io.qingfen.run.AuditTrail.End;
import io.qingfen.run.AuditTrail.Wanted;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnBothDatabases
class KeepingTheAuditChainTests {
    private final JdbcClient jdbc;
    private final JdbcAudit audit;
    private final TransactionTemplate transaction;

    KeepingTheAuditChainTests(TestDatabase database) {
        DataSource dataSource = database.fresh();
        jdbc = JdbcClient.create(dataSource);
        audit = new JdbcAudit(jdbc);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    @Test
    void holdsWhatWasDoneInItsOrder() {
        record(3);
        assertThat(jdbc.sql("select record_no || ' ' || actor || ' ' || subject from audit_record order by record_no")
                        .query(String.class)
                        .list())
                .containsExactly("1 li.wei subject 1", "2 li.wei subject 2", "3 li.wei subject 3");
        assertThat(audit.problems()).isEmpty();
    }

    @Test
    void isReadLatestFirstAndByFilters() {
        record(3);
        AuditTrail trail = new StoredAuditTrail(jdbc, audit);
        LocalDate today = trail.find(wanted("", "", "", 0, 1))
                .get(0)
                .at()
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
        assertThat(trail.find(wanted("", "", "", 0, 9)))
                .extracting(AuditTrail.Entry::no)
                .containsExactly(3L, 2L, 1L);
        assertThat(trail.find(wanted("", "", "", 3, 1)))
                .extracting(AuditTrail.Entry::no)
                .containsExactly(2L);
        assertThat(trail.find(wanted("li.wei", "", "subject 2", 0, 9))).hasSize(1);
        assertThat(trail.find(wanted("li", "", "", 0, 9))).isEmpty();
        assertThat(trail.find(wanted("", "", "%", 0, 9))).isEmpty();
        assertThat(trail.find(new Wanted("", "", "", Optional.of(today), Optional.of(today), 0, 9)))
                .hasSize(3);
        assertThat(trail.find(new Wanted("", "", "", Optional.empty(), Optional.of(today.minusDays(2)), 0, 9)))
                .isEmpty();
        assertThat(trail.end().sha256())
                .isEqualTo(trail.find(wanted("", "", "", 0, 1)).get(0).sha256());
    }

    private static Wanted wanted(String actor, String action, String subject, long before, int most) {
        return new Wanted(actor, action, subject, Optional.empty(), Optional.empty(), before, most);
    }

    @Test
    void remembersNothingThatWasRolledBack() {
        record(1);
        transaction.executeWithoutResult(status -> {
            audit.record(new Actor("li.wei"), "payouts.approve", "2026-02-13", "");
            status.setRollbackOnly();
        });
        record(1);
        assertThat(audit.problems()).isEmpty();
        assertThat(count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_record set detail = 'another' where record_no = 2",
                "update audit_record set actor = 'wang' where record_no = 3",
                "update audit_record set recorded_at = recorded_at + interval '1' second where record_no = 1",
                "delete from audit_record where record_no = 2",
                "delete from audit_record where record_no = 4",
                "update audit_record set record_no = 5 - record_no where record_no in (2, 3)",
                "update audit_head set record_no = 3"
            })
    void noticesAChangeADeletionAnotherOrderAndACutTail(String tampering) {
        record(4);
        if (tampering.contains("5 - record_no")) {
            jdbc.sql("update audit_record set record_no = -record_no where record_no in (2, 3)")
                    .update();
            jdbc.sql("update audit_record set record_no = 5 + record_no where record_no < 0")
                    .update();
        } else {
            assertThat(jdbc.sql(tampering).update()).isEqualTo(1);
        }
        assertThat(audit.problems()).isNotEmpty();
    }

    /** A tail that was cut off together with the head, or a chain that was made anew, is whole in itself. */
    @Test
    void noticesACutTailAndANewChainByTheEndThatWasKept() {
        AuditTrail trail = new StoredAuditTrail(jdbc, audit);
        record(2);
        End early = trail.end();
        record(2);
        End late = trail.end();
        assertThat(trail.problems(List.of(early, late))).isEmpty();

        jdbc.sql("delete from audit_record where record_no > 3").update();
        jdbc.sql("update audit_head set record_no = 3, sha256 = (select sha256 from audit_record where record_no = 3)")
                .update();

        assertThat(trail.problems(List.of(early))).isEmpty();
        assertThat(trail.problems(List.of(early, late)))
                .containsExactly("record 4, which was kept as the end of the chain, is missing: records were cut off");
        jdbc.sql("delete from audit_record").update();
        jdbc.sql("update audit_head set record_no = 0, sha256 = ?")
                .param("0".repeat(64))
                .update();
        record(5);
        assertThat(trail.problems(List.of())).isEmpty();
        assertThat(trail.problems(List.of(early, late)))
                .containsExactly(
                        "record 2 has not the hash that was kept of it: it or one before it was written anew",
                        "record 4 has not the hash that was kept of it: it or one before it was written anew");
        assertThat(End.of(late.toString())).contains(late);
        assertThat(End.of("4:abc")).isEmpty();
    }

    @Test
    void neverForksWhenSeveralActAtOnce() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Object>> acts = new ArrayList<>();
            for (int person = 0; person < 4; person++) {
                acts.add(Executors.callable(() -> record(10)));
            }
            for (Future<Object> act : people.invokeAll(acts)) {
                act.get();
            }
        } finally {
            people.shutdown();
        }
        assertThat(count()).isEqualTo(40);
        assertThat(audit.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "line\nbreak", "张伟", "a;b"})
    void takesNoNameThatCouldBeMistakenForAnother(String name) {
        assertThatThrownBy(() -> new Actor(name)).isInstanceOf(IllegalArgumentException.class);
    }

    private void record(int records) {
        for (int number = 1; number <= records; number++) {
            String subject = "subject " + number;
            transaction.executeWithoutResult(
                    status -> audit.record(new Actor("li.wei"), "cases.propose", subject, "SETTLE_CAPTURED 45.00 CNY"));
        }
    }

    private long count() {
        return jdbc.sql("select count(*) from audit_record").query(Long.class).single();
    }
}
