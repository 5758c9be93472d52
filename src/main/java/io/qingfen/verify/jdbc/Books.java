package io.qingfen.verify.jdbc;

import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * The tables as the proof of one date reads them: all on one connection, so that everything is of one moment. Rows are
 * fetched some at a time.
 */
public final class Books implements AutoCloseable {
    private static final Pattern PARAMETER = Pattern.compile(":([a-zA-Z]+)");
    private static final int AT_ONCE = 2_000;
    private final Connection connection;
    private final Map<String, Object> parameters = new HashMap<>();
    private final List<PreparedStatement> open = new ArrayList<>();
    private final String inByteOrder;

    /**
     * Parameters {@code :date} and {@code :before} of every query are this date and the one before; {@code {c}} behind
     * an expression sorts it by its bytes.
     */
    public Books(Connection connection, LocalDate businessDate) {
        this.connection = connection;
        this.inByteOrder = inByteOrder(connection);
        parameters.put("date", Date.valueOf(businessDate));
        parameters.put("before", Date.valueOf(businessDate.minusDays(1)));
    }

    private static String inByteOrder(Connection connection) {
        try {
            boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            return h2 ? "" : " collate \"C\"";
        } catch (SQLException failed) {
            throw new UncategorizedSQLException("database", null, failed);
        }
    }

    /** @param place what differences call these rows */
    public Rows rows(String place, String sql) {
        return rows(place, sql, Map.of());
    }

    /** @param more further parameters by name: text, numbers or dates */
    public Rows rows(String place, String sql, Map<String, Object> more) {
        try {
            PreparedStatement statement = prepared(sql, more);
            ResultSet result = statement.executeQuery();
            int[] types = types(result);
            return () -> next(place, statement, result, types);
        } catch (SQLException failed) {
            throw new UncategorizedSQLException(place, sql, failed);
        }
    }

    public List<Row> all(String place, String sql) {
        return all(place, sql, Map.of());
    }

    /** For small results. */
    public List<Row> all(String place, String sql, Map<String, Object> more) {
        List<Row> all = new ArrayList<>();
        Rows rows = rows(place, sql, more);
        for (Row row = rows.next(); row != null; row = rows.next()) {
            all.add(row);
        }
        return all;
    }

    private PreparedStatement prepared(String sql, Map<String, Object> more) throws SQLException {
        List<Object> values = new ArrayList<>();
        Matcher names = PARAMETER.matcher(sql.replace("{c}", inByteOrder));
        StringBuilder text = new StringBuilder();
        while (names.find()) {
            String name = names.group(1);
            Object value = more.containsKey(name) ? more.get(name) : parameters.get(name);
            if (value == null) {
                // Accounts have colons too.
                names.appendReplacement(text, ":" + name);
                continue;
            }
            values.add(value instanceof LocalDate date ? Date.valueOf(date) : value);
            names.appendReplacement(text, "?");
        }
        return prepared(names.appendTail(text).toString(), values);
    }

    private PreparedStatement prepared(String sql, List<Object> values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(AT_ONCE);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        open.add(statement);
        return statement;
    }

    private static int[] types(ResultSet result) throws SQLException {
        int[] types = new int[result.getMetaData().getColumnCount()];
        for (int i = 0; i < types.length; i++) {
            types[i] = result.getMetaData().getColumnType(i + 1);
        }
        return types;
    }

    private Row next(String place, PreparedStatement statement, ResultSet result, int[] types) {
        try {
            if (statement.isClosed() || !result.next()) {
                open.remove(statement);
                statement.close();
                return null;
            }
            String[] cells = new String[types.length];
            for (int i = 0; i < types.length; i++) {
                cells[i] = text(result, i + 1, types[i]);
            }
            return new Row(place, cells);
        } catch (SQLException failed) {
            throw new UncategorizedSQLException(place, null, failed);
        }
    }

    /** Bytes are text of one character a byte. */
    private static String text(ResultSet result, int column, int type) throws SQLException {
        switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB:
                byte[] bytes = result.getBytes(column);
                return bytes == null ? null : new String(bytes, StandardCharsets.ISO_8859_1);
            case Types.NUMERIC, Types.DECIMAL:
                BigDecimal number = result.getBigDecimal(column);
                return number == null ? null : number.toBigIntegerExact().toString();
            case Types.BOOLEAN, Types.BIT:
                boolean flag = result.getBoolean(column);
                return result.wasNull() ? null : Boolean.toString(flag);
            default:
                return result.getString(column);
        }
    }

    @Override
    public void close() {
        for (PreparedStatement statement : List.copyOf(open)) {
            try {
                statement.close();
            } catch (SQLException atEnd) {
                throw new UncategorizedSQLException("closing", null, atEnd);
            }
        }
        open.clear();
    }
}
