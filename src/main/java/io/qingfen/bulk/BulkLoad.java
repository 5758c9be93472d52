package io.qingfen.bulk;

import java.time.LocalDate;

/**
 * Fast inserts into one table within the current transaction: {@code COPY} on PostgreSQL, multi-row inserts on H2.
 * Buffers are bounded; rows are in the table after {@link BulkRows#close()}.
 */
public interface BulkLoad {
    /** Rows must give their values in the order of the columns named here. */
    BulkRows into(String table, String... columns);

    /**
     * The same for rows that all belong to one date; their column {@code business_date} is not named and not given.
     * Faster where the table is kept in parts by date, see {@link io.qingfen.run.Dialect#createDatePartition}.
     */
    BulkRows intoDate(LocalDate businessDate, String table, String... columns);
}
