package io.qingfen.review.jdbc;

import io.qingfen.review.CaseDecisions.Act;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table case_act, and the audit chain beside it. */
@Component
class CaseActs {
    private static final int LONGEST = 1_200;
    private final JdbcClient jdbc;
    private final Audit audit;

    CaseActs(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** By a person: into the history of the case and into the audit chain. The case must be locked. */
    void record(Actor actor, String caseId, String action, String detail) {
        remember(actor.name(), caseId, action, detail);
        audit.record(actor, "cases." + action.toLowerCase(Locale.ROOT), caseId, detail);
    }

    /** By a night: the history of the case only; what the night does stands in its books. */
    void remember(String actor, String caseId, String action, String detail) {
        jdbc.sql("insert into case_act (case_id, act_no, acted_at, actor, action, detail)"
                        + " select cast(? as varchar), coalesce(max(act_no), 0) + 1, current_timestamp,"
                        + " cast(? as varchar), cast(? as varchar), cast(? as varchar)"
                        + " from case_act where case_id = ?")
                .params(
                        caseId,
                        actor,
                        action,
                        detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST),
                        caseId)
                .update();
    }

    List<Act> of(String caseId) {
        return jdbc.sql("select acted_at, actor, action, detail from case_act where case_id = ? order by act_no")
                .param(caseId)
                .query((row, no) -> new Act(
                        row.getObject("acted_at", OffsetDateTime.class),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("detail")))
                .list();
    }
}
