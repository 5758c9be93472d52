package io.qingfen.scheme.jdbc;

import io.qingfen.reference.Channel;
import io.qingfen.scheme.SchemeSource;
import io.qingfen.scheme.UnknownOutcome;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Open cases UNKNOWN_OUTCOME that a scheme's files decide. One that was proposed by the system before is left to people. */
@Component
public class UnknownOutcomes {
    private static final String CASES =
            " from review_case c join open_item o on o.case_id = c.case_id" + " and o.removed_on is null";
    private static final String OPEN = " where c.kind = 'UNKNOWN_OUTCOME' and c.state = 'OPEN'"
            + " and o.channel = any(?) and o.rrn <> '' and o.suspense_minor = 0"
            + " and not exists (select 1 from case_proposal p where p.case_id = c.case_id and p.maker = 'system')";
    private static final String FITS =
            "r.rrn = o.rrn and r.source = ? and r.terminal_id = o.terminal_id" + " and r.currency = o.currency";

    /** Exactly one record, going the way that the item goes, and standing. */
    private static final String PRESENT = "select c.case_id, o.captured_minor, o.authorized_minor,"
            + " max(abs(r.amount_minor)) as scheme_minor, max(f.file_name || ':' || cast(r.line_no as varchar)) as place,"
            + " max(r.case_id) as scheme_case" + CASES
            + " join scheme_record r on " + FITS + " and r.standing in ('WAITING', 'OUTSTANDING')"
            + " and (r.amount_minor < 0) = (o.txn_type in ('VOID', 'COMPLETION_VOID', 'REFUND'))"
            + " join scheme_file f on f.file_no = r.file_no" + OPEN
            + " group by c.case_id, o.captured_minor, o.authorized_minor having count(*) = 1 order by c.case_id";

    /** Files of every date since the item came were compared, and the time to wait is over. */
    private static final String ABSENT = "select c.case_id, o.captured_minor, o.authorized_minor,"
            + " null as scheme_minor, '' as place, null as scheme_case" + CASES + OPEN
            + " and o.opened_on <= ? and o.opened_on >= (select min(d.business_date) from scheme_day d where d.source = ?)"
            + " and not exists (select 1 from scheme_record r where " + FITS + " and r.standing <> 'NETTED')"
            + " order by c.case_id";

    private final JdbcTemplate jdbc;

    UnknownOutcomes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param date the last that was compared */
    public List<UnknownOutcome> decided(SchemeSource source, LocalDate date) {
        String[] channels =
                source.channels().stream().map(Channel::name).sorted().toArray(String[]::new);
        List<UnknownOutcome> decided =
                new ArrayList<>(jdbc.query(PRESENT, (row, n) -> outcome(row), source.name(), channels));
        Date until = Date.valueOf(date.minusDays(source.carryDays()));
        decided.addAll(jdbc.query(ABSENT, (row, n) -> outcome(row), channels, until, source.name(), source.name()));
        return decided;
    }

    private static UnknownOutcome outcome(ResultSet row) throws SQLException {
        String schemeCase = row.getString("scheme_case");
        return new UnknownOutcome(
                row.getString("case_id"),
                SchemeRows.longOrNull(row, "captured_minor"),
                SchemeRows.longOrNull(row, "authorized_minor"),
                SchemeRows.longOrNull(row, "scheme_minor"),
                row.getString("place"),
                schemeCase == null ? "" : schemeCase);
    }
}
