package io.qingfen.ledger.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.ledger.Entry;
import io.qingfen.ledger.Journal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tables journal_entry and posting. Ids come from content: posting twice is found by id and is one entry. */
@Component
class JdbcJournal implements Journal {
    private static final int AT_ONCE = 2_000;

    private final JdbcTemplate jdbc;
    private final BulkLoad bulk;

    JdbcJournal(JdbcTemplate jdbc, BulkLoad bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    @Override
    public void post(Collection<Entry> entries) {
        entries.stream().collect(Collectors.groupingBy(Entry::businessDate)).forEach(this::post);
    }

    private void post(LocalDate date, List<Entry> entries) {
        int generation = generation(date);
        if (generation > 1) {
            new Corrections(jdbc, bulk, date, generation).post(entries);
        } else {
            append(entries);
        }
    }

    @Override
    public void postInOrder(SortedMap<String, Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        LocalDate date = entries.get(entries.firstKey()).businessDate();
        int generation = generation(date);
        if (generation > 1) {
            new Corrections(jdbc, bulk, date, generation).post(entries.values());
            return;
        }
        SortedMap<String, Entry> missing = new TreeMap<>(entries);
        jdbc.queryForList(
                        "select entry_id from journal_entry where entry_id between ? and ?",
                        String.class,
                        entries.firstKey(),
                        entries.lastKey())
                .forEach(missing::remove);
        new EntryRows(bulk).write(missing, Map.of());
    }

    @Override
    public void reverseOthers(LocalDate businessDate) {
        int generation = generation(businessDate);
        if (generation > 1) {
            new Corrections(jdbc, bulk, businessDate, generation).reverseOthers();
        }
    }

    private int generation(LocalDate date) {
        return jdbc
                .queryForList(
                        "select generation from business_day where business_date = ?",
                        Integer.class,
                        Date.valueOf(date))
                .stream()
                .findFirst()
                .orElse(1);
    }

    private void append(List<Entry> entries) {
        SortedMap<String, Entry> byId = new TreeMap<>();
        entries.forEach(entry -> byId.putIfAbsent(entry.id(), entry));
        standing(byId.keySet()).forEach(byId::remove);
        if (byId.isEmpty()) {
            return;
        }
        new EntryRows(bulk).write(byId, Map.of());
    }

    private Set<String> standing(Collection<String> entryIds) {
        List<String> ids = new ArrayList<>(entryIds);
        Set<String> found = new HashSet<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> part = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            found.addAll(jdbc.queryForList(
                    "select entry_id from (select distinct id from unnest(cast(? as varchar array)) as u(id)) k"
                            + " join journal_entry on entry_id = k.id",
                    String.class,
                    (Object) part.toArray(String[]::new)));
        }
        return found;
    }
}
