package io.qingfen.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Breaks the connection of the transaction under way while it commits. */
final class LostCommits {
    private LostCommits() {}

    /** @param committed whether the server hears the commit before the connection breaks */
    static void onThisThread(boolean committed) {
        ConnectionHolder holder = TransactionSynchronizationManager.getResourceMap().values().stream()
                .filter(ConnectionHolder.class::isInstance)
                .map(ConnectionHolder.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no transaction is under way here"));
        Connection connection = holder.getConnection();
        Connection breaking = (Connection) Proxy.newProxyInstance(
                LostCommits.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        breakConnection(connection, committed);
                    }
                    return call(connection, method, arguments);
                });
        replace(holder, breaking);
    }

    private static void breakConnection(Connection connection, boolean committed) throws SQLException {
        if (committed) {
            connection.commit();
        }
        connection.unwrap(Connection.class).abort(Runnable::run);
        throw new SQLException("An I/O error occurred while sending to the backend.", "08006");
    }

    private static Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private static void replace(ConnectionHolder holder, Connection connection) {
        try {
            Method set = ConnectionHolder.class.getDeclaredMethod("setConnection", Connection.class);
            set.setAccessible(true);
            set.invoke(holder, connection);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }
}
