package io.qingfen.run;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.jdbc.core.JdbcOperations;

/** The few places where the two databases differ; all other SQL is the same on both. */
public enum Dialect {
    POSTGRESQL {
        @Override
        public void createDatePartition(JdbcOperations jdbc, LocalDate businessDate) {
            owner(jdbc, "room_for_transactions(date '" + businessDate + "')");
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

    /** Calls a function that works as the owner of the tables, on PostgreSQL; the role of the program may own nothing. */
    public static void owner(JdbcOperations jdbc, String call) {
        jdbc.query("select " + call, row -> {});
    }

    /** The table that holds the rows of one date on PostgreSQL, where a date can be loaded and dropped by itself. */
    public static String transactionsOf(LocalDate businessDate) {
        return partition("transactions", businessDate);
    }

    /** The same of any table that is kept in parts by business date. */
    public static String partition(String table, LocalDate businessDate) {
        return table + "_" + businessDate.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
