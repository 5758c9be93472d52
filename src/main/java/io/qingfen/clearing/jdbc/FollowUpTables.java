package io.qingfen.clearing.jdbc;

import io.qingfen.clearing.ClearedOriginal;
import io.qingfen.clearing.Digits;
import io.qingfen.clearing.FollowUp;
import io.qingfen.clearing.Hold;
import io.qingfen.clearing.RecordCodec;
import io.qingfen.intake.Capture;
import io.qingfen.matching.MatchStatus;
import io.qingfen.matching.MatchedBy;
import io.qingfen.money.Currency;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.TxnType;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** What clearFollowUps reads for a range of merchants: their pairs, holds and possible originals. */
public final class FollowUpTables {
    private final JdbcTemplate jdbc;
    private final LocalDate businessDate;
    private final Snapshot snapshot;

    FollowUpTables(JdbcTemplate jdbc, LocalDate businessDate, Snapshot snapshot) {
        this.jdbc = jdbc;
        this.businessDate = businessDate;
        this.snapshot = snapshot;
    }

    /** Pairs by merchant id, merchants from first to last inclusive. */
    public Map<String, List<FollowUp>> pairs(String firstMerchant, String lastMerchant) {
        Map<String, List<FollowUp>> byMerchant = new LinkedHashMap<>();
        jdbc.query(
                "select * from follow_up where business_date = ? and merchant_id between ? and ? order by merchant_id,"
                        + " item_id",
                row -> {
                    byMerchant
                            .computeIfAbsent(row.getString("merchant_id"), id -> new ArrayList<>())
                            .add(read(row));
                },
                Date.valueOf(businessDate),
                firstMerchant,
                lastMerchant);
        return byMerchant;
    }

    private FollowUp read(ResultSet row) throws SQLException {
        Date openedOn = row.getDate("opened_on");
        FollowUp.Waiting waiting = openedOn == null
                ? null
                : new FollowUp.Waiting(
                        MatchStatus.valueOf(row.getString("match_status")),
                        openedOn.toLocalDate(),
                        row.getString("case_id"),
                        row.getLong("suspense_minor"),
                        row.getLong("withheld_minor"),
                        row.getDate("joins_until").toLocalDate());
        return new FollowUp(
                row.getString("item_id"),
                RecordCodec.capture(row.getBytes("capture"), snapshot),
                RecordCodec.authorization(row.getBytes("authorization_record"), snapshot),
                MatchedBy.valueOf(row.getString("matched_by")),
                waiting);
    }

    /** Open holds by merchant id. */
    public Map<String, List<Hold>> holds(String firstMerchant, String lastMerchant) {
        Map<String, List<Hold>> byMerchant = new HashMap<>();
        jdbc.query(
                "select * from preauth_hold where closed_on is null and opened_on < ? and merchant_id between ? and ?"
                        + " order by opened_on",
                row -> {
                    byMerchant
                            .computeIfAbsent(row.getString("merchant_id"), id -> new ArrayList<>())
                            .add(new Hold(
                                    row.getString("rrn"),
                                    row.getDate("opened_on").toLocalDate(),
                                    row.getLong("amount_minor"),
                                    Currency.of(row.getString("currency")),
                                    row.getDate("expires_on").toLocalDate()));
                },
                Date.valueOf(businessDate),
                firstMerchant,
                lastMerchant);
        return byMerchant;
    }

    /** Today's hold events by merchant id; openings first, so that a void delivered before its hold still closes it. */
    public Map<String, List<HoldEvent>> holdEvents(String firstMerchant, String lastMerchant) {
        Map<String, List<HoldEvent>> byMerchant = new LinkedHashMap<>();
        jdbc.query(
                "select * from hold_event where business_date = ? and merchant_id between ? and ?"
                        + " order by merchant_id, case when kind = 'OPEN' then 0 else 1 end, file_no, line_no",
                row -> {
                    byMerchant
                            .computeIfAbsent(row.getString("merchant_id"), id -> new ArrayList<>())
                            .add(new HoldEvent(
                                    row.getString("kind"),
                                    row.getString("rrn"),
                                    row.getString("terminal_id"),
                                    row.getLong("amount_minor"),
                                    Currency.of(row.getString("currency"))));
                },
                Date.valueOf(businessDate),
                firstMerchant,
                lastMerchant);
        return byMerchant;
    }

    /** Cleared debits that these pairs may point at, in rising order of date, by merchant id. */
    public Map<String, List<ClearedOriginal>> originals(Map<String, List<FollowUp>> pairs) {
        Keys byRrn = new Keys();
        Keys byBatch = new Keys();
        pairs.forEach((merchant, list) -> list.forEach(one -> collect(one, merchant, byRrn, byBatch)));
        Map<String, Map<String, ClearedOriginal>> found = new HashMap<>();
        find("t.merchant_id = k.owner_id and t.rrn = k.number_text", byRrn, pairs.keySet(), found);
        find("t.terminal_id = k.owner_id and t.batch_no = k.number_text", byBatch, pairs.keySet(), found);
        applyEffects(found);
        Map<String, List<ClearedOriginal>> byMerchant = new HashMap<>();
        found.forEach((merchant, originals) -> byMerchant.put(
                merchant,
                originals.values().stream()
                        .sorted(java.util.Comparator.comparing(ClearedOriginal::date)
                                .thenComparing(ClearedOriginal::transactionId))
                        .toList()));
        return byMerchant;
    }

    private static void collect(FollowUp one, String merchant, Keys byRrn, Keys byBatch) {
        Capture capture = one.capture();
        if (capture.txnType() == TxnType.PREAUTH_COMPLETION) {
            return;
        }
        if (one.originalRrn() >= 0) {
            byRrn.add(merchant, Digits.rrn(one.originalRrn()));
        } else if (capture.originalTraceNo() >= 0) {
            byBatch.add(capture.terminal().id(), Digits.six(capture.batchNo()));
        }
    }

    /** Closed dates have indexes by key; of today the rows of these merchants, which stand together, are read whole. */
    private void find(String join, Keys keys, Set<String> merchants, Map<String, Map<String, ClearedOriginal>> found) {
        if (keys.isEmpty()) {
            return;
        }
        Date today = Date.valueOf(businessDate);
        Date from = Date.valueOf(businessDate.minusDays(snapshot.settings().lookbackDays()));
        query(join + " where t.business_date >= ? and t.business_date < ?", keys, found, from, today);
        query(
                join + " where t.business_date = ? and t.merchant_id between ? and ?",
                keys,
                found,
                today,
                Collections.min(merchants),
                Collections.max(merchants));
    }

    private void query(String join, Keys keys, Map<String, Map<String, ClearedOriginal>> found, Object... parameters) {
        jdbc.query(
                con -> {
                    var statement = con.prepareStatement(
                            "select t.* from (select distinct owner_id, number_text from unnest(cast(? as varchar array),"
                                    + " cast(? as varchar array)) as u(owner_id, number_text)) k join transactions t on "
                                    + join + " and t.disposition = 'SETTLED'"
                                    + " and t.txn_type in ('SALE', 'OFFLINE_SALE', 'PREAUTH_COMPLETION')");
                    statement.setArray(1, con.createArrayOf("varchar", keys.first.toArray()));
                    statement.setArray(2, con.createArrayOf("varchar", keys.second.toArray()));
                    for (int i = 0; i < parameters.length; i++) {
                        statement.setObject(3 + i, parameters[i]);
                    }
                    return statement;
                },
                row -> {
                    ClearedOriginal original = original(row);
                    found.computeIfAbsent(row.getString("merchant_id"), id -> new HashMap<>())
                            .put(original.date() + original.transactionId(), original);
                });
    }

    private static ClearedOriginal original(ResultSet row) throws SQLException {
        return new ClearedOriginal(
                row.getString("transaction_id"),
                row.getDate("business_date").toLocalDate(),
                row.getString("terminal_id"),
                Integer.parseInt(row.getString("batch_no")),
                Integer.parseInt(row.getString("trace_no")),
                Long.parseLong(row.getString("rrn")),
                TxnType.valueOf(row.getString("txn_type")),
                row.getLong("amount_minor"),
                Currency.of(row.getString("currency")),
                row.getLong("fee_minor"),
                row.getString("fee_rule"),
                row.getLong("scheme_cost_minor"));
    }

    private void applyEffects(Map<String, Map<String, ClearedOriginal>> found) {
        Map<String, ClearedOriginal> byKey = new HashMap<>();
        found.values().forEach(byKey::putAll);
        if (byKey.isEmpty()) {
            return;
        }
        jdbc.query(
                con -> {
                    var statement = con.prepareStatement("select e.* from (select distinct id from"
                            + " unnest(cast(? as varchar array)) as u(id)) k join clearing_effect e on"
                            + " e.original_id = k.id");
                    statement.setArray(
                            1,
                            con.createArrayOf(
                                    "varchar",
                                    byKey.values().stream()
                                            .map(ClearedOriginal::transactionId)
                                            .distinct()
                                            .toArray()));
                    return statement;
                },
                row -> {
                    ClearedOriginal original =
                            byKey.get(row.getDate("original_date").toLocalDate() + row.getString("original_id"));
                    if (original == null) {
                        return;
                    }
                    if ("REFUND".equals(row.getString("kind"))) {
                        original.addRefund(
                                row.getLong("amount_minor"), row.getLong("fee_minor"), row.getLong("cost_minor"));
                    } else {
                        original.markVoided();
                    }
                });
    }

    /** A change of a hold delivered today; kind OPEN, PREAUTH_VOID or REVERSAL. */
    public record HoldEvent(String kind, String rrn, String terminalId, long amountMinor, Currency currency) {}

    private static final class Keys {
        private final List<String> first = new ArrayList<>();
        private final List<String> second = new ArrayList<>();

        void add(String one, String other) {
            first.add(one);
            second.add(other);
        }

        boolean isEmpty() {
            return first.isEmpty();
        }
    }
}
