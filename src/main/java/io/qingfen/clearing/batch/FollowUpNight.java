package io.qingfen.clearing.batch;

import io.qingfen.reference.ResponseCode;
import io.qingfen.reference.Settings;
import io.qingfen.reference.Snapshot;
import io.qingfen.review.Case;
import io.qingfen.review.CaseKind;
import io.qingfen.review.Cases;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Watch cases of a date: terminals and merchants that fail too often, response codes that the table lacks. */
@Component
final class FollowUpNight {
    /** Prefix of the control measure that counts a response code which the table lacks. */
    static final String UNMAPPED = "UNMAPPED:";

    private final JdbcTemplate jdbc;
    private final Cases cases;

    FollowUpNight(JdbcTemplate jdbc, Cases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    void watch(LocalDate businessDate, Snapshot snapshot) {
        List<Case> opened = new ArrayList<>();
        unmapped(businessDate, opened);
        failing(businessDate, snapshot, opened);
        cases.open(opened);
    }

    private void unmapped(LocalDate businessDate, List<Case> opened) {
        jdbc.query(
                "select distinct measure from night_total where business_date = ? and measure like '" + UNMAPPED
                        + "%' order by measure",
                row -> {
                    String code = row.getString(1).substring(UNMAPPED.length());
                    opened.add(new Case(
                            businessDate,
                            CaseKind.UNMAPPED_RESPONSE_CODE,
                            "response code " + code,
                            "",
                            "",
                            "",
                            "",
                            "",
                            null,
                            null,
                            "",
                            code,
                            0,
                            0,
                            0,
                            0,
                            0));
                },
                Date.valueOf(businessDate));
    }

    /** Counted by terminal and code, since several codes can have one reason. */
    private void failing(LocalDate businessDate, Snapshot snapshot, List<Case> opened) {
        Settings settings = snapshot.settings();
        Map<String, Long> byMerchant = new TreeMap<>();
        Map<String, Long> byReason = new TreeMap<>();
        Set<String> failingTerminals = new HashSet<>();
        jdbc.query(
                "select merchant_id, terminal_id, response_code, count(*) from failure where business_date = ?"
                        + " group by merchant_id, terminal_id, response_code"
                        + " order by merchant_id, terminal_id, response_code",
                row -> {
                    String merchant = row.getString(1);
                    String terminal = row.getString(2);
                    long count = row.getLong(4);
                    byMerchant.merge(merchant, count, Math::addExact);
                    String reason = terminal + "|" + reason(snapshot, row.getString(3));
                    boolean failing =
                            byReason.merge(reason, count, Math::addExact) >= settings.failingTerminalFailures();
                    if (failing && failingTerminals.add(terminal)) {
                        opened.add(
                                Case.about(businessDate, CaseKind.FAILING_TERMINAL, terminal, merchant, terminal, ""));
                    }
                },
                Date.valueOf(businessDate));
        byMerchant.forEach((merchant, count) -> {
            if (count >= settings.failingMerchantFailures()) {
                opened.add(Case.about(businessDate, CaseKind.FAILING_MERCHANT, merchant, merchant, "", ""));
            }
        });
    }

    private static String reason(Snapshot snapshot, String code) {
        ResponseCode row = snapshot.responseCode(code);
        return row == null ? "unmapped " + code : row.category() + " " + row.reasonZh();
    }
}
