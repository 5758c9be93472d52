package io.qingfen.clearing.batch;

import io.qingfen.clearing.WatchedCounts;
import io.qingfen.reference.ResponseCode;
import io.qingfen.reference.Settings;
import io.qingfen.reference.Snapshot;
import io.qingfen.review.Case;
import io.qingfen.review.CaseKind;
import io.qingfen.review.Cases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Watch cases of a date: terminals and merchants that fail too often, response codes that the table lacks. */
@Component
final class FollowUpNight {
    private final WatchedCounts counts;
    private final Cases cases;

    FollowUpNight(WatchedCounts counts, Cases cases) {
        this.counts = counts;
        this.cases = cases;
    }

    void watch(LocalDate businessDate, Snapshot snapshot) {
        List<Case> opened = new ArrayList<>();
        unmapped(businessDate, opened);
        failing(businessDate, snapshot, opened);
        cases.open(opened);
    }

    private void unmapped(LocalDate businessDate, List<Case> opened) {
        for (String code : counts.unmappedCodes(businessDate)) {
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
        }
    }

    /** Counted by terminal and code, since several codes can have one reason. */
    private void failing(LocalDate businessDate, Snapshot snapshot, List<Case> opened) {
        Settings settings = snapshot.settings();
        Map<String, Long> byMerchant = new TreeMap<>();
        Map<String, Long> byReason = new TreeMap<>();
        Set<String> failingTerminals = new HashSet<>();
        counts.failures(businessDate, failed -> {
            String merchant = failed.merchantId();
            String terminal = failed.terminalId();
            byMerchant.merge(merchant, failed.count(), Math::addExact);
            String reason = terminal + "|" + reason(snapshot, failed.responseCode());
            boolean failing =
                    byReason.merge(reason, failed.count(), Math::addExact) >= settings.failingTerminalFailures();
            if (failing && failingTerminals.add(terminal)) {
                opened.add(Case.about(businessDate, CaseKind.FAILING_TERMINAL, terminal, merchant, terminal, ""));
            }
        });
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
