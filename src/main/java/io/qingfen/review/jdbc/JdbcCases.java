package io.qingfen.review.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.review.Case;
import io.qingfen.review.CaseKind;
import io.qingfen.review.CaseState;
import io.qingfen.review.Cases;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Table review_case. Ids come from content, so what stands already is found by id and left alone. */
@Component
class JdbcCases implements Cases {
    private static final int AT_ONCE = 2_000;
    private static final String[] COLUMNS = {
        "case_id",
        "opened_on",
        "state",
        "kind",
        "resolution",
        "subject",
        "merchant_id",
        "terminal_id",
        "batch_no",
        "trace_no",
        "rrn",
        "captured_minor",
        "authorized_minor",
        "currency",
        "response_code",
        "exposure_minor",
        "capture_file",
        "capture_line",
        "authorization_file",
        "authorization_line"
    };

    private final JdbcTemplate jdbc;
    private final BulkLoad bulk;
    private final OvertakenProposals overtaken;

    JdbcCases(JdbcTemplate jdbc, BulkLoad bulk) {
        this.jdbc = jdbc;
        this.overtaken = new OvertakenProposals(jdbc);
        this.bulk = bulk;
    }

    @Override
    public void open(Collection<Case> cases) {
        SortedMap<String, Case> byId = new TreeMap<>();
        cases.forEach(one -> byId.putIfAbsent(one.id(), one));
        standing(byId.keySet()).forEach(byId::remove);
        if (byId.isEmpty()) {
            return;
        }
        try (BulkRows rows = bulk.into("review_case", COLUMNS)) {
            byId.forEach((id, one) -> write(rows, id, one));
        }
    }

    @Override
    public int selfClose(Collection<String> caseIds, SelfClosing resolution, LocalDate on) {
        List<Object[]> closings = caseIds.stream()
                .map(id -> new Object[] {CaseState.SELF_CLEARED.name(), resolution.name(), Date.valueOf(on), id})
                .toList();
        int closed = 0;
        for (int from = 0; from < closings.size(); from += AT_ONCE) {
            int[] counts = jdbc.batchUpdate(
                    "update review_case set state = ?, resolution = ?, closed_on = ?"
                            + " where case_id = ? and closed_on is null",
                    closings.subList(from, Math.min(closings.size(), from + AT_ONCE)));
            closed += Arrays.stream(counts).sum();
        }
        inParts(caseIds).forEach(part -> overtaken.voidFor(part, on));
        return closed;
    }

    /** A case that somebody works on waits for that person. */
    @Override
    public void closeAged(LocalDate openedUntil, LocalDate on) {
        String[] idle = Arrays.stream(CaseKind.values())
                .filter(kind -> !kind.atStake())
                .map(CaseKind::name)
                .toArray(String[]::new);
        jdbc.update(
                "update review_case set state = ?, resolution = ?, closed_on = ?"
                        + " where closed_on is null and state = ? and opened_on <= ? and kind = any(?)",
                CaseState.SELF_CLEARED.name(),
                SelfClosing.AGED_OUT.name(),
                Date.valueOf(on),
                CaseState.OPEN.name(),
                Date.valueOf(openedUntil),
                idle);
    }

    private Set<String> standing(Collection<String> caseIds) {
        Set<String> found = new HashSet<>();
        for (List<String> ids : inParts(caseIds)) {
            found.addAll(jdbc.queryForList(
                    "select case_id from (select distinct id from unnest(cast(? as varchar array)) as u(id)) k"
                            + " join review_case on case_id = k.id",
                    String.class,
                    (Object) ids.toArray(String[]::new)));
        }
        return found;
    }

    private static List<List<String>> inParts(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return parts;
    }

    private static void write(BulkRows rows, String id, Case one) {
        rows.text(id)
                .date(one.openedOn())
                .text(CaseState.OPEN.name())
                .text(one.kind().name())
                .text("");
        rows.text(one.subject()).text(one.merchantId()).text(one.terminalId()).text(one.batchNo());
        rows.text(one.traceNo()).text(one.rrn());
        rows.number(one.capturedMinor()).number(one.authorizedMinor());
        rows.text(one.currency()).text(one.responseCode()).number(one.exposureMinor());
        source(rows, one.captureFile(), one.captureLine());
        source(rows, one.authorizationFile(), one.authorizationLine());
        rows.end();
    }

    private static void source(BulkRows rows, int file, int line) {
        boolean known = file != 0;
        rows.number(known ? Long.valueOf(file) : null).number(known ? Long.valueOf(line) : null);
    }
}
