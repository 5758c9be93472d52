package io.qingfen.verify.batch;

import io.qingfen.run.Refusal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Plants one change after the other into tables, each in a transaction that is rolled back after the proof. */
final class TableCorruptions {
    private static final List<String> NO_KEYS = List.of("business_date", "step", "partition_name");
    private final Played played;
    private final Connection connection;
    private final LocalDate date;
    private final boolean h2;
    private final Random random;
    private final List<String> missed = new ArrayList<>();
    private int planted;

    TableCorruptions(Played played, Connection connection, LocalDate date, long seed) throws SQLException {
        this.played = played;
        this.connection = connection;
        this.date = date;
        this.random = new Random(seed);
        this.h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
    }

    int planted() {
        return planted;
    }

    List<String> missed() {
        return missed;
    }

    /** @param turn of so many turns: each takes its share of the columns */
    void plant(String table, int turn, int turns) throws SQLException {
        List<Object> rows = rows(table, Coverage.COVERED.get(table));
        if (Coverage.ENDED.containsKey(table)) {
            List<Object> ended = rows(table, Coverage.ENDED.get(table));
            for (String column : ended.isEmpty() ? List.<String>of() : Coverage.ENDED_COLUMNS.get(table)) {
                change(table, column, ended.get(random.nextInt(ended.size())));
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        int index = table.length() % turns;
        for (String column : columns(table)) {
            if (!Coverage.isExempt(table, column) && index++ % turns == turn) {
                change(table, column, rows.get(random.nextInt(rows.size())));
            }
        }
        delete(table, rows.get(random.nextInt(rows.size())));
        duplicate(table, rows.get(random.nextInt(rows.size())));
    }

    /** One row of each kind and verdict of what began or ended to wait on the date taken away: each must be named by its id. */
    void withoutItemsOfEveryKind() throws SQLException {
        List<String> kinds = new ArrayList<>();
        for (String end : List.of("opened_on", "removed_on")) {
            for (Object id : rows("open_item", end + " = :date")) {
                Map<String, Object> row = row("open_item", id);
                String kind = end + " " + row.get("kind") + " " + row.get("match_status");
                if (!kinds.contains(kind)) {
                    kinds.add(kind);
                    String item = row.get("item_id").toString();
                    planted(
                            "open_item without " + item + ", " + kind,
                            "table open_item",
                            List.of("[" + item + "|", "[" + item + "]"),
                            "delete from open_item" + ofRow(),
                            id);
                }
            }
        }
    }

    List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select * from " + table + " where 1 = 0");
                ResultSet none = statement.executeQuery()) {
            for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                columns.add(none.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }

    private String rowId() {
        return h2 ? "_rowid_" : "ctid";
    }

    private String ofRow() {
        return h2 ? " where _rowid_ = ?" : " where ctid = cast(? as tid)";
    }

    /** On PostgreSQL the dates of a partitioned table have row ids of their own. */
    private String andDate(String table) {
        return table.equals("transactions") ? " and business_date = '" + date + "'" : "";
    }

    private List<Object> rows(String table, String relevant) throws SQLException {
        List<Object> rows = new ArrayList<>();
        String where = relevant.replace(":date", "?");
        String sql = "select " + rowId() + (h2 ? "" : "::text") + " from " + table + " where " + where;
        try (PreparedStatement statement = connection.prepareStatement(sql + " order by 1")) {
            int parameters = where.length() - where.replace("?", "").length();
            for (int i = 1; i <= parameters; i++) {
                statement.setDate(i, Date.valueOf(date));
            }
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(found.getObject(1));
                }
            }
        }
        return rows;
    }

    private Map<String, Object> row(String table, Object id) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement("select * from " + table + ofRow() + andDate(table))) {
            statement.setObject(1, id);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    boolean bytes = List.of(Types.BINARY, Types.VARBINARY)
                            .contains(found.getMetaData().getColumnType(i));
                    row.put(
                            found.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT),
                            bytes ? found.getBytes(i) : found.getObject(i));
                }
            }
        }
        return row;
    }

    private void change(String table, String column, Object id) throws SQLException {
        Map<String, Object> row = row(table, id);
        Object wrong = wrong(table, column, row.get(column));
        String what = table + "." + column + " of " + keys(table, row) + ": " + shown(row.get(column)) + " to "
                + shown(wrong);
        String sql = "update " + table + " set " + column + " = ?" + ofRow() + andDate(table);
        List<String> keys = keys(table, row);
        keys.add(String.valueOf(wrong));
        planted(what, table, keys, sql, wrong, id);
    }

    private void delete(String table, Object id) throws SQLException {
        List<String> keys = keys(table, row(table, id));
        planted(table + " without " + keys, table, keys, "delete from " + table + ofRow() + andDate(table), id);
    }

    /** The same row again, under another key where the table has one. */
    private void duplicate(String table, Object id) throws SQLException {
        Map<String, Object> row = row(table, id);
        String key = null;
        for (String column : primaryKey(table)) {
            key = column.equals("business_date") || row.get(column) instanceof Date ? key : column;
        }
        if (key == null && !table.equals("failure")) {
            return;
        }
        List<String> keys = keys(table, row);
        if (key != null) {
            row.put(key, wrong(table, key, row.get(key)));
            keys.add(String.valueOf(row.get(key)));
        }
        String marks = "?, ".repeat(row.size());
        String sql = "insert into " + table + " (" + String.join(", ", row.keySet()) + ") values ("
                + marks.substring(0, marks.length() - 2) + ")";
        planted(table + " twice " + keys, table, keys, sql, row.values().toArray());
    }

    private void planted(String what, String table, List<String> keys, String sql, Object... values)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof byte[] bytes) {
                    statement.setBytes(i + 1, bytes);
                } else {
                    statement.setObject(i + 1, values[i]);
                }
            }
            statement.executeUpdate();
        } catch (SQLException refused) {
            // The schema itself refuses this one.
            connection.rollback(before);
            return;
        }
        planted++;
        List<String> found = differences();
        connection.rollback(before);
        boolean named = found.stream()
                .anyMatch(difference ->
                        difference.contains(table) && keys.stream().anyMatch(difference::contains));
        if (!named) {
            missed.add(what + (found.isEmpty() ? ": NOT SEEN" : ": seen as " + found.get(0)));
        }
    }

    private List<String> differences() {
        try {
            return played.proved(date, connection).differences();
        } catch (Refusal refused) {
            return refused.problems().stream()
                    .map(problem -> problem + " business_day")
                    .toList();
        }
    }

    private List<String> keys(String table, Map<String, Object> row) throws SQLException {
        List<String> keys = new ArrayList<>();
        for (String column : primaryKey(table)) {
            if (!NO_KEYS.contains(column)) {
                keys.add(String.valueOf(row.get(column)));
            }
        }
        if (table.equals("reference_snapshot")) {
            // Nobody can name an optional file that is gone; the date's digest over all files tells.
            keys.add(date.toString());
        }
        if (keys.isEmpty()) {
            keys.add(table.equals("failure") ? (String) row.get("rrn") : date.toString());
        }
        return keys;
    }

    private List<String> primaryKey(String table) throws SQLException {
        if (table.equals("transactions")) {
            return List.of("business_date", "transaction_id");
        }
        Map<Short, String> columns = new TreeMap<>();
        String name = h2 ? table.toUpperCase(Locale.ROOT) : table;
        try (ResultSet found = connection.getMetaData().getPrimaryKeys(null, null, name)) {
            while (found.next()) {
                columns.put(
                        found.getShort("KEY_SEQ"),
                        found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return new ArrayList<>(columns.values());
    }

    private Object wrong(String table, String column, Object right) throws SQLException {
        if (right instanceof byte[] bytes && bytes.length > 0) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(63));
            return changed;
        }
        if (right instanceof String text && !text.isEmpty()) {
            return wrong(text);
        }
        if (right instanceof Date day) {
            return Date.valueOf(day.toLocalDate().plusDays(random.nextBoolean() ? 1 : -7));
        }
        if (right instanceof Boolean flag) {
            return !flag;
        }
        if (right instanceof Number number) {
            long changed = number.longValue() + 1 + random.nextInt(9);
            return right instanceof Integer ? (Object) (int) changed : (Object) changed;
        }
        return nothingBefore(table, column);
    }

    private String wrong(String text) {
        int at = random.nextInt(text.length());
        char c = text.charAt(at);
        char other =
                Character.isDigit(c) ? (char) ('0' + (c - '0' + 1 + random.nextInt(9)) % 10) : c == 'x' ? 'y' : 'x';
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    /** Something where there was nothing. */
    private Object nothingBefore(String table, String column) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select " + column + " from " + table + " where 1 = 0");
                ResultSet none = statement.executeQuery()) {
            return switch (none.getMetaData().getColumnType(1)) {
                case Types.DATE -> Date.valueOf(date);
                case Types.BIGINT -> 17L;
                case Types.INTEGER -> 17;
                case Types.BINARY, Types.VARBINARY -> new byte[] {'1', 0x1f, '2'};
                default -> "x";
            };
        }
    }

    private static String shown(Object value) {
        return value instanceof byte[] bytes ? bytes.length + " bytes" : String.valueOf(value);
    }
}
