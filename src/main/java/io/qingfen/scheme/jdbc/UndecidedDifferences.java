package io.qingfen.scheme.jdbc;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Cases of a comparison that nobody has approved a decision for. */
@Component
public class UndecidedDifferences {
    private static final String UNDECIDED = "select c.case_id || ' ' || c.kind from review_case c"
            + " where c.state in ('OPEN', 'PROPOSED') and (exists (select 1 from scheme_record r"
            + " where r.case_id = c.case_id and r.source = ? and r.decided_on = ?)"
            + " or exists (select 1 from scheme_own o where o.case_id = c.case_id and o.source = ? and o.decided_on = ?)"
            + " or exists (select 1 from scheme_funds f where f.case_id = c.case_id and f.source = ?"
            + " and f.business_date = ?))"
            + " order by c.case_id";

    private final JdbcTemplate jdbc;

    UndecidedDifferences(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Id and kind of each, for one source and the date that was compared. */
    public List<String> of(String source, LocalDate date) {
        Date day = Date.valueOf(date);
        return jdbc.queryForList(UNDECIDED, String.class, source, day, source, day, source, day);
    }
}
