package io.qingfen.reference.jdbc;

import io.qingfen.TestDatabase;
import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.jdbc.TestBulkLoad;
import io.qingfen.reference.AccountCipher;
import io.qingfen.reference.Accounts;
import io.qingfen.reference.ReferenceFreezing;
import io.qingfen.reference.References;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The database side of reference data, put together by hand on fresh books. */
public final class ReferenceBooks {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes();
    private final DataSource dataSource;
    private final TestDatabase database;
    private final Supplier<Vault> vault = () -> new Vault(List.of(new AccountKey(KEY)));
    private final AccountCipher cipher = new VaultAccountCipher(vault);
    private final JdbcReferences references;
    private final ReferenceFreezing freezing;

    public ReferenceBooks(TestDatabase database) {
        this(database, database.fresh());
    }

    private ReferenceBooks(TestDatabase database, DataSource dataSource) {
        this.database = database;
        this.dataSource = dataSource;
        BulkLoad bulk = TestBulkLoad.on(dataSource, database.dialect());
        FrozenFiles files = new FrozenFiles(jdbc(), bulk, vault);
        references = new JdbcReferences(files);
        freezing = new JdbcReferenceFreezing(
                files,
                references,
                new AccountHistory(new JdbcTemplate(dataSource), bulk, cipher),
                new BooksNeeds(jdbc()),
                jdbc(),
                new JdbcTransactionManager(dataSource));
    }

    /** The same books seen by another process: nothing is cached. */
    public ReferenceBooks restarted() {
        return new ReferenceBooks(database, dataSource);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    public References references() {
        return references;
    }

    public ReferenceFreezing freezing() {
        return freezing;
    }

    public Accounts accounts() {
        return new JdbcAccounts(new JdbcTemplate(dataSource), cipher);
    }
}
