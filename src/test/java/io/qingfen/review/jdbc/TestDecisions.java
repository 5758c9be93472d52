package io.qingfen.review.jdbc;

import io.qingfen.review.CaseDecisions;
import io.qingfen.review.CaseEffects;
import io.qingfen.review.CaseSelections;
import io.qingfen.review.TakenDecisions;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.BusinessDays;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Decisions on these books, for tests of other packages; the audit chain is a list. */
public final class TestDecisions {
    public final CaseDecisions decisions;
    public final CaseSelections selections;
    public final TakenDecisions taken;
    public final List<String> audited = new ArrayList<>();

    private TestDecisions(DataSource dataSource, CaseEffects effects, BusinessDays days) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
        ProposalRows rows = new ProposalRows(jdbc);
        Audit audit = new Audit() {
            @Override
            public void record(Actor actor, String action, String subject, String detail) {
                audited.add(actor + " " + action + " " + subject);
            }

            @Override
            public List<String> problems() {
                return List.of();
            }
        };
        CaseActs acts = new CaseActs(jdbc, audit);
        ProposedDecisions proposed = new ProposedDecisions(rows, acts, effects, days);
        decisions = new StoredCaseDecisions(jdbc, rows, acts, proposed, transactions);
        selections = new StoredCaseSelections(jdbc, new StoredCaseQueue(jdbc), rows, proposed, audit, transactions);
        taken = new StoredTakenDecisions(jdbc, rows, acts);
    }

    public static TestDecisions on(DataSource dataSource, CaseEffects effects, BusinessDays days) {
        return new TestDecisions(dataSource, effects, days);
    }
}
