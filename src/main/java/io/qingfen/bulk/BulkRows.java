package io.qingfen.bulk;

import java.time.LocalDate;

/** Rows on their way into one table; values in column order, then {@link #end()}. */
public interface BulkRows extends AutoCloseable {
    /** Null is SQL NULL. */
    BulkRows text(String value);

    BulkRows number(long value);

    /** Null is SQL NULL. */
    BulkRows number(Long value);

    /** Null is SQL NULL. */
    BulkRows date(LocalDate value);

    /** Null is SQL NULL. */
    BulkRows bytes(byte[] value);

    /** Completes the row. */
    void end();

    /** Sends what is still buffered. */
    @Override
    void close();
}
