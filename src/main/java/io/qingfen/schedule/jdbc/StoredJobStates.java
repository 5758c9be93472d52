package io.qingfen.schedule.jdbc;

import io.qingfen.run.Notice;
import io.qingfen.run.Notices;
import io.qingfen.schedule.JobStates;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Table job_state. The change of its row and the telling are one transaction: of several that notice, one tells. */
@Component
class StoredJobStates implements JobStates {
    private static final int LONGEST = 4000;
    private static final String ROW = " where job = ? and business_date = ? and topic = ?";
    private final JdbcClient jdbc;
    private final ObjectProvider<Notices> notices;
    private final TransactionTemplate transaction;

    StoredJobStates(JdbcClient jdbc, ObjectProvider<Notices> notices, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public boolean become(String job, LocalDate businessDate, Topic topic, Notice.Kind kind, String text) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                boolean changed = keep(job, businessDate, topic, kind, text);
                if (changed) {
                    Notice notice = new Notice(kind, job, businessDate, text);
                    notices.orderedStream().forEach(one -> one.tell(notice));
                }
                return changed;
            }));
        } catch (DuplicateKeyException toldMeanwhile) {
            return false;
        }
    }

    private boolean keep(String job, LocalDate businessDate, Topic topic, Notice.Kind kind, String text) {
        String head = text.lines().findFirst().orElse("");
        String detail = head.length() <= LONGEST ? head : head.substring(0, LONGEST);
        int changed = jdbc.sql("update job_state set state = ?, detail = ?, changed_at = current_timestamp" + ROW
                        + " and (state <> ? or detail <> ?)")
                .params(kind.name(), detail, job, businessDate, topic.name(), kind.name(), detail)
                .update();
        if (changed == 0) {
            changed = jdbc.sql("insert into job_state (job, business_date, topic, state, detail, changed_at)"
                            + " select ?, cast(? as date), ?, ?, ?, current_timestamp"
                            + " where not exists (select 1 from job_state" + ROW + ")")
                    .params(job, businessDate, topic.name(), kind.name(), detail, job, businessDate, topic.name())
                    .update();
        }
        return changed > 0;
    }

    @Override
    public Optional<Notice.Kind> of(String job, LocalDate businessDate, Topic topic) {
        return jdbc.sql("select state from job_state" + ROW)
                .params(job, businessDate, topic.name())
                .query(String.class)
                .optional()
                .map(Notice.Kind::valueOf);
    }
}
