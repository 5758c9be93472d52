package io.qingfen;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Closes the connections that a test class opened when it ends, so that hundreds of books do not fill the memory, and the
 * database server when the last class has run. In a shutdown hook it would be too late: pools that are still open watch
 * their server go and complain, and Surefire kills a virtual machine that takes long to end. Found by itself
 * (META-INF/services), for every test class.
 */
public final class ClosingTheDatabases implements BeforeAllCallback {
    private static final Namespace DATABASES = Namespace.create(ClosingTheDatabases.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(DATABASES).put("server", (AutoCloseable) TestDatabase::closeAll);
        int before = TestDatabase.opened();
        context.getStore(DATABASES).put("connections", (AutoCloseable) () -> TestDatabase.closeSince(before));
    }
}
