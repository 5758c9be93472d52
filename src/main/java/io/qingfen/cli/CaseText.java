package io.qingfen.cli;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.review.CaseQueue.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One case in words, and as JSON. */
final class CaseText {
    private CaseText() {}

    static List<String> full(Console console, Item item) {
        List<String> lines = new ArrayList<>();
        lines.add(console.strong(item.id()) + "  " + item.kind() + ": " + CaseWords.of(item.kind()));
        lines.add(line("opened", item.openedOn().toString()));
        lines.add(line(
                "state",
                item.state() + (item.closedOn() == null ? "" : ", " + item.resolution() + " on " + item.closedOn())));
        add(lines, "works on it", item.assignee());
        add(lines, "about", about(item));
        add(lines, "merchant", item.merchantId());
        add(lines, "terminal", item.terminalId());
        add(lines, "batch", item.batchNo());
        add(lines, "trace", item.traceNo());
        add(lines, "rrn", item.rrn());
        add(lines, "code", item.responseCode());
        add(lines, "captured", money(item.capturedMinor(), item.currency()));
        add(lines, "  from", item.captureSource());
        add(lines, "authorized", money(item.authorizedMinor(), item.currency()));
        add(lines, "  from", item.authorizationSource());
        add(lines, "at stake", item.exposureMinor() == 0 ? "" : Words.money(item.exposureMinor(), item.currency()));
        return lines;
    }

    /** What the case is about where no record says it: a payout, a scheme's record, or figures and the limit of a rule. */
    private static String about(Item item) {
        return item.kind().isToldBySubject() ? item.subject() : "";
    }

    static Map<String, Object> json(Item item) {
        Map<String, Object> json = Json.object(
                "caseId", item.id(),
                "openedOn", item.openedOn().toString(),
                "state", item.state().name(),
                "kind", item.kind().name(),
                "resolution", item.resolution(),
                "closedOn", item.closedOn() == null ? null : item.closedOn().toString(),
                "merchantId", item.merchantId(),
                "terminalId", item.terminalId(),
                "batchNo", item.batchNo(),
                "traceNo", item.traceNo(),
                "rrn", item.rrn(),
                "responseCode", item.responseCode());
        json.put("currency", item.currency());
        json.put("capturedAmount", plain(item.capturedMinor(), item.currency()));
        json.put("authorizedAmount", plain(item.authorizedMinor(), item.currency()));
        json.put("exposure", plain(item.exposureMinor(), item.currency()));
        json.put("captureSource", item.captureSource());
        json.put("authorizationSource", item.authorizationSource());
        json.put("assignee", item.assignee());
        json.put(
                "expectedUntil",
                item.expectedUntil() == null ? null : item.expectedUntil().toString());
        json.put("about", about(item));
        return json;
    }

    private static void add(List<String> lines, String label, String text) {
        if (!text.isEmpty()) {
            lines.add(line(label, text));
        }
    }

    private static String line(String label, String text) {
        return String.format("  %-11s %s", label, text);
    }

    private static String money(Long minor, String currency) {
        return minor == null ? "" : Words.money(minor, currency);
    }

    static String plain(Long minor, String currency) {
        Currency known = Currency.find(currency);
        return minor == null ? null : known == null ? minor.toString() : Amounts.format(minor, known);
    }
}
