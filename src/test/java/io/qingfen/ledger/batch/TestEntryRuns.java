package io.qingfen.ledger.batch;

import io.qingfen.ledger.EntriesAside;

/** The files of production for tests that build their parts by hand. */
public final class TestEntryRuns {
    private TestEntryRuns() {}

    public static EntriesAside inFiles() {
        return new EntryRuns();
    }
}
