package io.qingfen.reference.jdbc;

import io.qingfen.reference.References;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.batch.Reading;
import io.qingfen.reference.batch.ReferenceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * Keeps the snapshot used last, and the one before as long as there is memory for it. A date that is run again is frozen
 * again, perhaps by another program: what is kept counts as long as the books name the same bytes.
 */
@Component
class JdbcReferences implements References {
    private final FrozenFiles files;
    private Snapshot last;
    private SoftReference<Snapshot> before = new SoftReference<>(null);

    JdbcReferences(FrozenFiles files) {
        this.files = files;
    }

    @Override
    public synchronized Snapshot of(LocalDate businessDate) {
        String sha256 = files.sha256(businessDate)
                .orElseThrow(
                        () -> new IllegalStateException("the business date " + businessDate + " was never opened"));
        if (is(last, businessDate, sha256)) {
            return last;
        }
        Snapshot earlier = before.get();
        return remember(is(earlier, businessDate, sha256) ? earlier : read(businessDate, sha256));
    }

    private static boolean is(Snapshot kept, LocalDate date, String sha256) {
        return kept != null && kept.businessDate().equals(date) && kept.sha256().equals(sha256);
    }

    /** A snapshot that is frozen for good. */
    synchronized Snapshot remember(Snapshot snapshot) {
        if (last != null && !last.businessDate().equals(snapshot.businessDate())) {
            before = new SoftReference<>(last);
        }
        last = snapshot;
        return snapshot;
    }

    private Snapshot read(LocalDate date, String sha256) {
        try {
            Reading reading = ReferenceReader.read(files.of(date), date, sha256);
            return reading.snapshot()
                    .orElseThrow(() -> new IllegalStateException("the frozen reference data of " + date
                            + " are not sound any more: " + reading.report().problems()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
