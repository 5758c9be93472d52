package io.qingfen.run.jdbc;

import io.qingfen.run.Audit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit trail of some books, for tests of other packages; takes part in the caller's transaction. */
public final class TestAudit {
    private TestAudit() {}

    public static Audit on(DataSource books) {
        return new JdbcAudit(JdbcClient.create(books));
    }
}
