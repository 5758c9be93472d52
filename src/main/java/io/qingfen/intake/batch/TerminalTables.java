package io.qingfen.intake.batch;

import io.qingfen.intake.Terminals;
import io.qingfen.reference.References;
import io.qingfen.reference.Snapshot;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The table of terminals of the snapshot in use, built once and shared by all threads. */
@Component
final class TerminalTables {
    private final References references;
    private Terminals latest;

    TerminalTables(References references) {
        this.references = references;
    }

    synchronized Terminals of(LocalDate businessDate) {
        Snapshot snapshot = references.of(businessDate);
        if (latest == null || latest.snapshot() != snapshot) {
            latest = new Terminals(snapshot);
        }
        return latest;
    }
}
