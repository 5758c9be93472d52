package io.qingfen.run;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.jdbc.core.JdbcOperations;

/** The few places where the two databases differ; all other SQL is the same on both. */
public enum Dialect {
    POSTGRESQL {
        @Override
        public void createDatePartition(JdbcOperations jdbc, LocalDate businessDate) {
            String partition = transactionsOf(businessDate);
            jdbc.execute("create table if not exists " + partition + " partition of transactions for values from ('"
                    + businessDate + "') to ('" + businessDate.plusDays(1) + "')");
            jdbc.execute(
                    "alter table " + partition + " alter column business_date set default date '" + businessDate + "'");
        }
    },
    H2 {
        @Override
        public void createDatePartition(JdbcOperations jdbc, LocalDate businessDate) {
            // One table holds all dates.
        }
    };

    /** Of a JDBC URL. */
    public static Dialect of(String url) {
        return url.startsWith("jdbc:postgresql:") ? POSTGRESQL : H2;
    }

    /**
     * Makes room for the date in table {@code transactions}; changes nothing when it is there. Rows that are put into
     * the date's own part need not name the date. Must not run while another transaction writes to that table.
     */
    public abstract void createDatePartition(JdbcOperations jdbc, LocalDate businessDate);

    /** The table that holds the rows of one date on PostgreSQL, where a date can be loaded and dropped by itself. */
    public static String transactionsOf(LocalDate businessDate) {
        return partition("transactions", businessDate);
    }

    /** The same of any table that is kept in parts by business date. */
    public static String partition(String table, LocalDate businessDate) {
        return table + "_" + businessDate.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
