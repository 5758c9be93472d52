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

/** Keeps the snapshot used last, and the one before as long as there is memory for it. */
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
        if (last != null && last.businessDate().equals(businessDate)) {
            return last;
        }
        Snapshot earlier = before.get();
        boolean known = earlier != null && earlier.businessDate().equals(businessDate);
        return remember(known ? earlier : read(businessDate));
    }

    /** A snapshot that is frozen for good. */
    synchronized Snapshot remember(Snapshot snapshot) {
        if (last != null && !last.businessDate().equals(snapshot.businessDate())) {
            before = new SoftReference<>(last);
        }
        last = snapshot;
        return snapshot;
    }

    @Override
    public synchronized void forget(LocalDate businessDate) {
        before = new SoftReference<>(null);
        last = last != null && last.businessDate().equals(businessDate) ? null : last;
    }

    private Snapshot read(LocalDate date) {
        String sha256 = files.sha256(date)
                .orElseThrow(() -> new IllegalStateException("the business date " + date + " was never opened"));
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
