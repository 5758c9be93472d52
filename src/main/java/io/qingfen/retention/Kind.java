package io.qingfen.retention;

import io.qingfen.reference.Settings;
import java.time.LocalDate;

/** What is kept equally long. */
public enum Kind {
    /** What only running, running again and telling of a night needs: records of jobs, states before a date, news. */
    WORKING {
        @Override
        public int keptDays(Settings.Retention kept) {
            return kept.workingDays();
        }

        @Override
        public LocalDate last(Settings.Retention kept, LocalDate newestClosed) {
            return newestClosed.minusDays(kept.workingDays() + 1L);
        }
    },

    /** What proves and explains a date: transactions, ledger, totals, its input and output files. */
    BOOKS {
        @Override
        public int keptDays(Settings.Retention kept) {
            return kept.booksDays();
        }

        /** One date more stays: the first date that must be kept opens with its balances. */
        @Override
        public LocalDate last(Settings.Retention kept, LocalDate newestClosed) {
            return newestClosed.minusDays(kept.booksDays() + 2L);
        }
    };

    /** Days before the newest closed date; no clock: books that stand still keep everything. */
    public abstract int keptDays(Settings.Retention kept);

    /** The last date that may leave. */
    public abstract LocalDate last(Settings.Retention kept, LocalDate newestClosed);
}
