package io.qingfen.ledger.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.ledger.Entry;
import io.qingfen.ledger.Posting;
import java.util.Map;

/** Writes entries and their postings; nothing ever updates them. */
final class EntryRows {
    private final BulkLoad bulk;

    EntryRows(BulkLoad bulk) {
        this.bulk = bulk;
    }

    /**
     * @param entries by id, which is reckoned once: it is a hash
     * @param reverses id of the entry that one takes back, by the id of the one
     */
    void write(Map<String, Entry> entries, Map<String, String> reverses) {
        writeEntries(entries, reverses);
        writePostings(entries);
    }

    private void writeEntries(Map<String, Entry> entries, Map<String, String> reverses) {
        try (BulkRows rows =
                bulk.into("journal_entry", "entry_id", "business_date", "entry_key", "description", "reverses")) {
            entries.forEach((id, entry) -> rows.text(id)
                    .date(entry.businessDate())
                    .text(entry.key())
                    .text(entry.description())
                    .text(reverses.get(id))
                    .end());
        }
    }

    private void writePostings(Map<String, Entry> entries) {
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
