package io.qingfen.deposits.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.deposits.Deposit;
import io.qingfen.deposits.DepositDay;
import io.qingfen.deposits.DepositEvent;
import io.qingfen.deposits.Deposits;
import io.qingfen.reference.Snapshot;
import io.qingfen.run.Dialect;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tables deposit (the state, one row a terminal), deposit_event and deposit_day (both only grow). */
@Component
class JdbcDeposits implements Deposits {
    private static final String[] EVENT = {
        "business_date", "terminal_id", "event_no", "merchant_id", "kind", "amount_minor", "currency", "reason"
    };
    private static final String[] BEFORE = {"business_date", "existed"};
    private static final String[] DAY = {
        "business_date",
        "terminal_id",
        "merchant_id",
        "policy",
        "state",
        "activated_on",
        "window_ends_on",
        "amount_minor",
        "currency",
        "collected_minor",
        "refunded_minor",
        "forfeited_minor",
        "held_minor",
        "counted_minor",
        "next_threshold_minor",
        "refund_today_minor",
        "collected_today_minor",
        "forfeited_today_minor"
    };

    private final JdbcTemplate jdbc;
    private final Dialect dialect;
    private final BulkLoad bulk;

    JdbcDeposits(JdbcTemplate jdbc, Dialect dialect, BulkLoad bulk) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.bulk = bulk;
    }

    @Override
    public Map<String, Deposit> of(Collection<String> terminalIds, Snapshot snapshot) {
        dialect.planEachTime(jdbc);
        Map<String, Deposit> found = new HashMap<>();
        jdbc.query(
                "select d.* from (select distinct u.asked_id from unnest(cast(? as varchar array)) as u(asked_id)) k"
                        + " join deposit d on d.terminal_id = k.asked_id",
                (ResultSet row) -> {
                    Deposit deposit = DepositRows.read(row, snapshot);
                    found.put(deposit.terms().terminalId(), deposit);
                },
                (Object) terminalIds.toArray(String[]::new));
        return found;
    }

    @Override
    public void keep(Map<String, Deposit> stored, Collection<DepositDay> days) {
        appendEvents(days);
        appendDays(days);
        if (!days.isEmpty()) {
            LocalDate date = days.iterator().next().date();
            replaceStates(date, stored, days.stream().map(DepositDay::deposit).toList());
        }
    }

    private void appendEvents(Collection<DepositDay> days) {
        try (BulkRows rows = bulk.into("deposit_event", EVENT)) {
            for (DepositDay day : days) {
                for (int index = 0; index < day.events().size(); index++) {
                    event(rows, day, index);
                }
            }
        }
    }

    private static void event(BulkRows rows, DepositDay day, int index) {
        DepositEvent event = day.events().get(index);
        rows.date(day.date()).text(day.deposit().terms().terminalId()).number(index + 1);
        rows.text(day.deposit().terms().merchantId()).text(event.kind().name());
        rows.number(event.amountMinor()).text(day.deposit().terms().currency().code());
        rows.text(event.reason()).end();
    }

    private void appendDays(Collection<DepositDay> days) {
        try (BulkRows rows = bulk.into("deposit_day", DAY)) {
            days.forEach(day -> day(rows, day));
        }
    }

    private static void day(BulkRows rows, DepositDay day) {
        Deposit deposit = day.deposit();
        rows.date(day.date()).text(deposit.terms().terminalId());
        DepositRows.terms(rows, deposit);
        DepositRows.money(rows, deposit.balance());
        rows.number(deposit.heldMinor()).number(deposit.progress().countedMinor());
        OptionalLong next = day.nextThresholdMinor();
        rows.number(next.isPresent() ? Long.valueOf(next.getAsLong()) : null);
        rows.number(day.refundTodayMinor()).number(day.collectedTodayMinor());
        rows.number(day.forfeitedTodayMinor()).end();
    }

    /** Deleting by key and inserting in bulk is faster than updating on both databases. */
    private void replaceStates(LocalDate date, Map<String, Deposit> stored, List<Deposit> deposits) {
        List<Deposit> changed = deposits.stream()
                .filter(deposit -> changed(stored.get(deposit.terms().terminalId()), deposit))
                .toList();
        List<Object[]> known = changed.stream()
                .map(deposit -> deposit.terms().terminalId())
                .filter(stored::containsKey)
                .map(id -> new Object[] {id})
                .toList();
        keepBefore(date, changed, stored);
        jdbc.batchUpdate("delete from deposit where terminal_id = ?", known);
        try (BulkRows rows = bulk.into("deposit", DepositRows.COLUMNS)) {
            changed.forEach(deposit -> DepositRows.write(rows, deposit));
        }
    }

    /** What a re-run of the date goes back to. */
    private void keepBefore(LocalDate date, List<Deposit> changed, Map<String, Deposit> stored) {
        String[] columns = Arrays.copyOf(BEFORE, BEFORE.length + DepositRows.COLUMNS.length);
        System.arraycopy(DepositRows.COLUMNS, 0, columns, BEFORE.length, DepositRows.COLUMNS.length);
        try (BulkRows known = bulk.into("deposit_before", columns)) {
            for (Deposit deposit : changed) {
                Deposit before = stored.get(deposit.terms().terminalId());
                if (before != null) {
                    DepositRows.write(known.date(date).text("true"), before);
                }
            }
        }
        keepAbsent(date, changed, stored);
    }

    private void keepAbsent(LocalDate date, List<Deposit> changed, Map<String, Deposit> stored) {
        try (BulkRows fresh = bulk.into("deposit_before", "business_date", "existed", "terminal_id")) {
            for (Deposit deposit : changed) {
                if (!stored.containsKey(deposit.terms().terminalId())) {
                    fresh.date(date)
                            .text("false")
                            .text(deposit.terms().terminalId())
                            .end();
                }
            }
        }
    }

    private static boolean changed(Deposit before, Deposit after) {
        return before == null || after.differsFrom(before);
    }
}
