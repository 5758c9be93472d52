package io.qingfen.bulk;

/**
 * Fast inserts into one table within the current transaction: {@code COPY} on PostgreSQL, multi-row inserts on H2.
 * Buffers are bounded; rows are in the table after {@link BulkRows#close()}.
 */
public interface BulkLoad {
    /** Rows must give their values in the order of the columns named here. */
    BulkRows into(String table, String... columns);
}
