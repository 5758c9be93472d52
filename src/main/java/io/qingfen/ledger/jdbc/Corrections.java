package io.qingfen.ledger.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.ledger.Entry;
import io.qingfen.ledger.Posting;
import io.qingfen.money.Currency;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Entries of a date that is run again. What stands and is the same stays; what differs, or is no longer needed, is taken
 * back by an entry of its own, and what takes its place gets the generation as a suffix of its key.
 */
final class Corrections {
    private static final int AT_ONCE = 1_000;
    private static final String MARK = "#";
    private static final String COLUMNS = "select e.entry_id, e.entry_key, e.description, p.account, p.debit_minor,"
            + " p.credit_minor, p.currency, case when exists (select 1 from journal_entry r"
            + " where r.reverses = e.entry_id) then 1 else 0 end as reversed from ";
    private static final String ASKED =
            COLUMNS + "(select distinct id from unnest(cast(? as varchar array)) as u(id)) k"
                    + " join journal_entry e on e.entry_id = k.id join posting p on p.entry_id = e.entry_id"
                    + " order by e.entry_id, p.posting_no";
    private static final String OTHERS = COLUMNS + "journal_entry e join posting p on p.entry_id = e.entry_id"
            + " where e.business_date = ? and e.reverses is null"
            + " and not exists (select 1 from journal_entry r where r.reverses = e.entry_id)"
            + " and not exists (select 1 from entry_standing s where s.business_date = ? and s.generation = ?"
            + " and s.entry_id = e.entry_id) order by e.entry_id, p.posting_no";

    private final JdbcTemplate jdbc;
    private final BulkLoad bulk;
    private final LocalDate date;
    private final int generation;
    private final Map<String, Entry> added = new TreeMap<>();
    private final Map<String, String> reverses = new HashMap<>();
    private final Set<String> standing = new TreeSet<>();

    /** @param generation 2 or more */
    Corrections(JdbcTemplate jdbc, BulkLoad bulk, LocalDate date, int generation) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.date = date;
        this.generation = generation;
    }

    private record Stored(Entry entry, boolean reversed) {}

    void post(Collection<Entry> entries) {
        Map<String, Entry> wanted = new TreeMap<>();
        entries.forEach(entry -> wanted.putIfAbsent(entry.key(), entry));
        Map<String, Stored> stored = versions(wanted.keySet());
        wanted.forEach((key, entry) -> correct(key, entry, stored));
        write();
    }

    void reverseOthers() {
        Map<String, Stored> others = new LinkedHashMap<>();
        read(others, OTHERS, Date.valueOf(date), Date.valueOf(date), generation);
        others.values().forEach(other -> reverse(other.entry()));
        write();
    }

    private void correct(String key, Entry entry, Map<String, Stored> stored) {
        Stored active = null;
        boolean stoodOnce = false;
        for (String version : versionsOf(key)) {
            Stored found = stored.get(Entry.idOf(date, version));
            stoodOnce |= found != null;
            active = found != null && !found.reversed() ? found : active;
        }
        if (active != null && active.entry().postings().equals(entry.postings())) {
            standing.add(active.entry().id());
            return;
        }
        if (active != null) {
            reverse(active.entry());
        }
        String next = stoodOnce ? key + MARK + generation : key;
        add(new Entry(date, next, entry.description(), entry.postings()));
    }

    private void reverse(Entry active) {
        Entry reversal = active.reversed(active.key() + MARK + generation + "R");
        reverses.put(reversal.id(), active.id());
        added.put(reversal.id(), reversal);
    }

    private void add(Entry entry) {
        added.put(entry.id(), entry);
        standing.add(entry.id());
    }

    private List<String> versionsOf(String key) {
        List<String> versions = new ArrayList<>(List.of(key));
        for (int earlier = 2; earlier <= generation; earlier++) {
            versions.add(key + MARK + earlier);
        }
        return versions;
    }

    private Map<String, Stored> versions(Set<String> keys) {
        List<String> ids = keys.stream()
                .flatMap(key -> versionsOf(key).stream())
                .map(key -> Entry.idOf(date, key))
                .toList();
        Map<String, Stored> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> part = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            read(found, ASKED, (Object) part.toArray(String[]::new));
        }
        return found;
    }

    private void read(Map<String, Stored> into, String sql, Object... params) {
        Map<String, List<Posting>> postings = new LinkedHashMap<>();
        Map<String, String[]> heads = new HashMap<>();
        jdbc.query(
                sql,
                (ResultSet row) -> {
                    heads.putIfAbsent(
                            row.getString(1),
                            new String[] {row.getString(2), row.getString(3), row.getString("reversed")});
                    postings.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                            .add(posting(row));
                },
                params);
        postings.forEach((id, legs) -> {
            String[] head = heads.get(id);
            into.put(id, new Stored(new Entry(date, head[0], head[1], legs), head[2].equals("1")));
        });
    }

    private static Posting posting(ResultSet row) throws SQLException {
        return new Posting(
                row.getString("account"),
                row.getLong("debit_minor"),
                row.getLong("credit_minor"),
                Currency.of(row.getString("currency")));
    }

    private void write() {
        new EntryRows(bulk).write(added, reverses);
        try (BulkRows rows = bulk.into("entry_standing", "business_date", "generation", "entry_id")) {
            standing.forEach(id -> rows.date(date).number(generation).text(id).end());
        }
        added.clear();
        reverses.clear();
        standing.clear();
    }
}
