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

        @Override
        public void refreshFigures(JdbcOperations jdbc, String table) {
            owner(jdbc, "figures_of('" + table + "')");
        }

        @Override
        public void planEachTime(JdbcOperations jdbc) {
            jdbc.execute("set local plan_cache_mode = force_custom_plan");
        }
    },
    H2 {
        @Override
        public void createDatePartition(JdbcOperations jdbc, LocalDate businessDate) {
            // One table holds all dates.
        }

        @Override
        public void refreshFigures(JdbcOperations jdbc, String table) {
            // It counts rows while it writes them.
        }

        @Override
        public void planEachTime(JdbcOperations jdbc) {
            // It plans anew when a table has changed.
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

    /**
     * Tells the planner of PostgreSQL how many rows a table has now. It would look by itself within a minute, but a step
     * reads what the one before has just written. No result depends on it.
     */
    public abstract void refreshFigures(JdbcOperations jdbc, String table);

    /**
     * Until the transaction ends, statements are planned for the tables as they are. PostgreSQL keeps the plan of a
     * statement that is used often, and one that was made for an empty table reads the whole of it for each few keys
     * when it has filled. No result depends on it.
     */
    public abstract void planEachTime(JdbcOperations jdbc);

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
