package io.qingfen.clearing.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which way the money of a case goes that a scheme's file opened. */
@Component
class SchemeMoney {
    private static final String MINOR = "select coalesce(sum(minor), 0) from ("
            + "select case when transaction_id is null then amount_minor else difference_minor end as minor"
            + " from scheme_record where case_id = ?"
            + " union all select amount_minor from scheme_own where case_id = ?) of_case";

    private final JdbcClient jdbc;

    SchemeMoney(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the scheme pays beyond our books, or of a SHORT what they expect; minor units, + to us; 0 without a record. */
    long of(String caseId) {
        return jdbc.sql(MINOR).params(caseId, caseId).query(Long.class).single();
    }
}
