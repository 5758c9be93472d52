package io.qingfen.cli.jdbc;

import io.qingfen.cli.CaseList;
import io.qingfen.review.CaseKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcCaseList implements CaseList {
    private static final String ITEM = """
            select c.*, cf.file_name capture_name, af.file_name authorization_name from review_case c
            left join input_file cf on cf.file_no = c.capture_file
            left join input_file af on af.file_no = c.authorization_file
            """;
    private final JdbcClient jdbc;

    JdbcCaseList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Item> list(Filter filter) {
        return jdbc.sql(ITEM + """
                        where (c.closed_on is null or ?) and (? = '' or c.kind = ?) and (? = '' or c.merchant_id = ?)
                        order by c.exposure_minor desc, c.opened_on, c.case_id limit ?""")
                .params(
                        filter.closedToo(),
                        filter.kind().map(Enum::name).orElse(""),
                        filter.kind().map(Enum::name).orElse(""),
                        filter.merchantId().orElse(""),
                        filter.merchantId().orElse(""),
                        filter.limit())
                .query(JdbcCaseList::item)
                .list();
    }

    @Override
    public Optional<Item> find(String caseId) {
        return jdbc.sql(ITEM + "where c.case_id = ?")
                .param(caseId)
                .query(JdbcCaseList::item)
                .optional();
    }

    private static Item item(ResultSet row, int no) throws SQLException {
        return new Item(
                row.getString("case_id"),
                row.getObject("opened_on", LocalDate.class),
                row.getString("state"),
                CaseKind.valueOf(row.getString("kind")),
                row.getString("resolution"),
                row.getObject("closed_on", LocalDate.class),
                row.getString("merchant_id"),
                row.getString("terminal_id"),
                row.getString("batch_no"),
                row.getString("trace_no"),
                row.getString("rrn"),
                row.getObject("captured_minor", Long.class),
                row.getObject("authorized_minor", Long.class),
                row.getString("currency"),
                row.getString("response_code"),
                row.getLong("exposure_minor"),
                source(row, "capture"),
                source(row, "authorization"));
    }

    private static String source(ResultSet row, String side) throws SQLException {
        String name = row.getString(side + "_name");
        return name == null ? "" : name + ":" + row.getInt(side + "_line");
    }
}
