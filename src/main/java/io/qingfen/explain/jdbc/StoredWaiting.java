package io.qingfen.explain.jdbc;

import io.qingfen.explain.Books.Account;
import io.qingfen.explain.Books.Act;
import io.qingfen.explain.Books.Elsewhere;
import io.qingfen.explain.Books.InputFile;
import io.qingfen.explain.Books.OpenItem;
import io.qingfen.intake.FileKind;
import io.qingfen.intake.Source;
import io.qingfen.money.Currency;
import io.qingfen.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits, failed or was rejected, and the input files: tables open_item, failure, reject, review_case, input_file. */
@Component
class StoredWaiting {
    private static final String OPEN = "select item_id, opened_on, kind, match_status, merchant_id, channel,"
            + " suspense_minor, withheld_minor, suspense_currency, case_id, joins_until, removed_on,"
            + " (select count(*) from decided_item d where d.item_id = open_item.item_id"
            + " and d.item_opened_on = open_item.opened_on and d.business_date = open_item.removed_on) as decisions"
            + " from open_item";
    private static final String FILE = "select file_no, business_date, file_name, sha256, line_count from input_file";

    private final JdbcClient jdbc;

    StoredWaiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OpenItem> openItems(Account account) {
        return jdbc.sql(OPEN + " where merchant_id = ? and suspense_currency = ? and (opened_on = ? or removed_on = ?)"
                        + " order by opened_on, item_id")
                .params(account.merchantId(), account.currency().code(), account.date(), account.date())
                .query(StoredWaiting::openItem)
                .list();
    }

    List<OpenItem> ofItem(String itemId) {
        return jdbc.sql(OPEN + " where item_id = ? order by opened_on")
                .param(itemId)
                .query(StoredWaiting::openItem)
                .list();
    }

    List<OpenItem> ofCase(String caseId) {
        return jdbc.sql(OPEN + " where case_id = ? order by opened_on, item_id")
                .param(caseId)
                .query(StoredWaiting::openItem)
                .list();
    }

    private static OpenItem openItem(ResultSet row, int number) throws SQLException {
        Currency currency = Currency.of(row.getString("suspense_currency"));
        return new OpenItem(
                row.getString("item_id"),
                row.getObject("opened_on", LocalDate.class),
                row.getString("kind"),
                row.getString("match_status"),
                row.getString("merchant_id"),
                row.getString("channel"),
                new Money(row.getLong("suspense_minor"), currency),
                new Money(row.getLong("withheld_minor"), currency),
                row.getString("case_id"),
                row.getObject("joins_until", LocalDate.class),
                row.getObject("removed_on", LocalDate.class),
                row.getLong("decisions") > 0);
    }

    List<Act> acts(String caseId) {
        return jdbc.sql("select action, detail, actor from case_act where case_id = ? order by act_no")
                .param(caseId)
                .query((row, n) -> new Act(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    List<Act> payoutEvents(String payoutId) {
        return jdbc.sql("select from_state, to_state, reason, source, actor from payout_event where payout_id = ?"
                        + " order by event_no")
                .param(payoutId)
                .query((row, n) -> new Act(
                        row.getString(1) + " to " + row.getString(2),
                        (row.getString(3) + " " + row.getString(4)).strip(),
                        row.getString(5)))
                .list();
    }

    List<String> casesAbout(String itemId) {
        return jdbc.sql("select case_id from review_case where subject = ? order by opened_on, case_id")
                .param(itemId)
                .query(String.class)
                .list();
    }

    Optional<InputFile> file(boolean capture, LocalDate fileDate, int sequence) {
        FileKind kind = capture ? FileKind.TERMINAL_BATCHES : FileKind.AUTHORIZATIONS;
        return jdbc.sql(FILE + " where kind = ? and file_date = ? and sequence_no = ?")
                .params(kind.name(), fileDate, sequence)
                .query(StoredWaiting::file)
                .optional();
    }

    InputFile file(int number) {
        return jdbc.sql(FILE + " where file_no = ?")
                .param(number)
                .query(StoredWaiting::file)
                .single();
    }

    private static InputFile file(ResultSet row, int number) throws SQLException {
        return new InputFile(
                row.getInt(1), row.getObject(2, LocalDate.class), row.getString(3), row.getString(4), row.getLong(5));
    }

    /** A record fails or is rejected on the date that used its file. */
    Optional<Elsewhere> elsewhere(Source source) {
        Optional<Elsewhere> failed = jdbc.sql("select f.business_date, f.response_code, f.outcome from failure f"
                        + " join input_file i on i.business_date = f.business_date and i.file_no = f.authorization_file"
                        + " where i.file_no = ? and f.authorization_line = ?")
                .params(source.file(), source.line())
                .query((row, n) -> new Elsewhere(
                        "failures.csv",
                        row.getObject(1, LocalDate.class),
                        row.getString(3),
                        row.getString(2).isEmpty() ? "no answer" : "response code " + row.getString(2)))
                .optional();
        return failed.isPresent() ? failed : rejected(source);
    }

    private Optional<Elsewhere> rejected(Source source) {
        return jdbc.sql("select r.business_date, r.reason, r.field, r.detail from reject r join input_file i"
                        + " on i.business_date = r.business_date and i.file_no = r.file_no"
                        + " where r.file_no = ? and r.line_no = ?")
                .params(source.file(), source.line())
                .query((row, n) -> new Elsewhere(
                        "rejects.csv",
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        (row.getString(3) + " " + row.getString(4)).strip()))
                .optional();
    }
}
