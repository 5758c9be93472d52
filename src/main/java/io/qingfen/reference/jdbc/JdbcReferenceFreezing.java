package io.qingfen.reference.jdbc;

import io.qingfen.reference.ReferenceFreezing;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.batch.Reading;
import io.qingfen.reference.batch.ReferenceFiles;
import io.qingfen.reference.batch.ReferenceReader;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** First keeps the bytes, then reads what was kept: nothing can change between the check and the use. */
@Component
class JdbcReferenceFreezing implements ReferenceFreezing {
    private final FrozenFiles frozen;
    private final JdbcReferences references;
    private final AccountHistory accounts;
    private final BooksNeeds books;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JdbcReferenceFreezing(
            FrozenFiles frozen,
            JdbcReferences references,
            AccountHistory accounts,
            BooksNeeds books,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.frozen = frozen;
        this.references = references;
        this.accounts = accounts;
        this.books = books;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String freeze(LocalDate businessDate, Path home) {
        return transaction.execute(status -> {
            try {
                Optional<String> before = frozen.sha256(businessDate);
                String sha256 = before.isPresent() ? before.get() : freezeNow(businessDate, home);
                jdbc.sql("update business_day set reference_sha256 = ? where business_date = ?")
                        .params(sha256, businessDate)
                        .update();
                return sha256;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    private String freezeNow(LocalDate date, Path home) throws IOException {
        String sha256 = frozen.freeze(date, ReferenceFiles.of(home));
        ReferenceFiles kept = frozen.of(date);
        Reading reading = ReferenceReader.read(kept, date, sha256);
        refuseIfAny(reading.report().problems());
        Snapshot snapshot = reading.snapshot().orElseThrow();
        refuseIfAny(books.problems(snapshot));
        accounts.record(date, kept);
        rememberAfterCommit(snapshot);
        return sha256;
    }

    private static void refuseIfAny(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, problems);
        }
    }

    private void rememberAfterCommit(Snapshot snapshot) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                references.remember(snapshot);
            }
        });
    }
}
