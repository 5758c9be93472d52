package io.qingfen;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Closes the connections and the database server of the tests when the last test class has run. In a shutdown hook it
 * would be too late: pools that are still open watch their server go and complain, and Surefire kills a virtual machine
 * that takes long to end. Found by itself (META-INF/services), for every test class.
 */
public final class ClosingTheDatabases implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.create(ClosingTheDatabases.class)).put("databases", (AutoCloseable)
                TestDatabase::closeAll);
    }
}
