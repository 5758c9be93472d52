package io.qingfen.ledger.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.ledger.Entry;
import io.qingfen.ledger.Journal;
import io.qingfen.ledger.Posting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
        SortedMap<String, Entry> byId = new TreeMap<>();
        entries.forEach(entry -> byId.putIfAbsent(entry.id(), entry));
        standing(byId.keySet()).forEach(byId::remove);
        if (byId.isEmpty()) {
            return;
        }
        writeEntries(byId);
        writePostings(byId);
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

    private void writeEntries(SortedMap<String, Entry> entries) {
        try (BulkRows rows = bulk.into("journal_entry", "entry_id", "business_date", "entry_key", "description")) {
            entries.forEach((id, entry) -> rows.text(id)
                    .date(entry.businessDate())
                    .text(entry.key())
                    .text(entry.description())
                    .end());
        }
    }

    private void writePostings(SortedMap<String, Entry> entries) {
        try (BulkRows rows = bulk.into(
                "posting",
                "entry_id",
                "posting_no",
                "business_date",
                "account",
                "debit_minor",
                "credit_minor",
                "currency")) {
            entries.forEach((id, entry) -> writePostings(rows, id, entry));
        }
    }

    private static void writePostings(BulkRows rows, String id, Entry entry) {
        int number = 0;
        for (Posting posting : entry.postings()) {
            rows.text(id).number(++number).date(entry.businessDate()).text(posting.account());
            rows.number(posting.debitMinor()).number(posting.creditMinor());
            rows.text(posting.currency().code()).end();
        }
    }
}
