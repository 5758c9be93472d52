package io.qingfen.review.jdbc;

import io.qingfen.review.CaseKind;
import io.qingfen.review.CaseQueue;
import io.qingfen.review.CaseState;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table review_case with the names of the input files. */
@Component
class StoredCaseQueue implements CaseQueue {
    /** Open cases whose item still takes part in matching; the subject of such a case is its item. */
    private static final String EXPECTED = """
            (select max(o.joins_until) from open_item o
              where o.item_id = c.subject and o.case_id = c.case_id and o.removed_on is null
                and c.state = 'OPEN' and c.kind in (%s)
                and o.joins_until > coalesce((select max(b.business_date) from business_day b where b.state = 'CLOSED'),
                                             date '0001-01-01'))""".formatted(Arrays.stream(CaseKind.values())
            .filter(CaseKind::mayResolveItself)
            .map(kind -> "'" + kind + "'")
            .collect(Collectors.joining(", ")));

    /**
     * Money at stake times the days that it has waited on the last date of the books, the day of its opening counted: what grows
     * most while nobody looks. A case that is opened for the next date counts as of its first day.
     */
    private static final String RISK = "cast(c.exposure_minor as decimal(38, 0)) * greatest(1, 1 + cast("
            + "(select max(b.business_date) from business_day b) - c.opened_on as integer))";

    private static final String ORDER = " order by " + RISK + " desc, c.opened_on, c.case_id";

    private final JdbcClient jdbc;

    StoredCaseQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param cases cases called c; what is looked up beside each is looked up for no other */
    private static String items(String cases) {
        return "select c.*, " + EXPECTED + " as expected_until, cf.file_name as capture_name,"
                + " af.file_name as authorization_name from " + cases
                + " left join input_file cf on cf.file_no = c.capture_file"
                + " left join input_file af on af.file_no = c.authorization_file";
    }

    @Override
    public List<Item> list(Filter filter) {
        List<Object> params = new ArrayList<>();
        String where = where(filter, params);
        params.add(filter.limit());
        String page = "(select c.case_id from review_case c" + where + ORDER + " limit ?)";
        return jdbc.sql(items(page + " page join review_case c on c.case_id = page.case_id") + ORDER)
                .params(params)
                .query(StoredCaseQueue::item)
                .list();
    }

    @Override
    public long count(Filter filter) {
        List<Object> params = new ArrayList<>();
        String where = where(filter.in(filter.states(), filter.limit()), params);
        return jdbc.sql("select count(*) from review_case c" + where)
                .params(params)
                .query(Long.class)
                .single();
    }

    private String where(Filter filter, List<Object> params) {
        List<String> conditions = new ArrayList<>();
        filter.openedOn().ifPresent(date -> add(conditions, params, "c.opened_on = ?", date));
        filter.kind().ifPresent(kind -> add(conditions, params, "c.kind = ?", kind.name()));
        filter.merchantId().ifPresent(id -> add(conditions, params, "c.merchant_id = ?", id));
        filter.currency().ifPresent(code -> add(conditions, params, "c.currency = ?", code));
        filter.assignee().ifPresent(name -> add(conditions, params, "c.assignee = ?", name));
        filter.selection()
                .ifPresent(name -> add(
                        conditions,
                        params,
                        "exists (select 1 from case_proposal p where p.case_id = c.case_id and p.selection_id = ?)",
                        name));
        if (!filter.states().isEmpty()) {
            String[] states =
                    filter.states().stream().map(CaseState::name).sorted().toArray(String[]::new);
            add(conditions, params, "c.state = any(?)", states);
        }
        filter.words()
                .ifPresent(
                        words -> add(conditions, params, "? in (c.case_id, c.rrn, c.trace_no, c.terminal_id)", words));
        filter.after().flatMap(this::find).ifPresent(last -> {
            BigDecimal risk = jdbc.sql("select " + RISK + " from review_case c where c.case_id = ?")
                    .param(last.id())
                    .query(BigDecimal.class)
                    .single();
            conditions.add("(" + RISK + " < ? or " + RISK
                    + " = ? and (c.opened_on > ? or c.opened_on = ? and c.case_id > ?))");
            params.addAll(List.of(risk, risk, last.openedOn(), last.openedOn(), last.id()));
        });
        filter.expected().ifPresent(yes -> conditions.add(EXPECTED + (yes ? " is not null" : " is null")));
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static void add(List<String> conditions, List<Object> params, String condition, Object value) {
        conditions.add(condition);
        params.add(value);
    }

    @Override
    public Optional<Item> find(String caseId) {
        return jdbc.sql(items("review_case c") + " where c.case_id = ?")
                .param(caseId)
                .query(StoredCaseQueue::item)
                .optional();
    }

    private static Item item(ResultSet row, int no) throws SQLException {
        return new Item(
                row.getString("case_id"),
                row.getObject("opened_on", LocalDate.class),
                CaseState.valueOf(row.getString("state")),
                CaseKind.valueOf(row.getString("kind")),
                row.getString("resolution"),
                row.getObject("closed_on", LocalDate.class),
                row.getString("subject"),
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
                source(row, "authorization"),
                row.getString("assignee"),
                row.getObject("expected_until", LocalDate.class));
    }

    private static String source(ResultSet row, String side) throws SQLException {
        String name = row.getString(side + "_name");
        return name == null ? "" : name + ":" + row.getInt(side + "_line");
    }
}
