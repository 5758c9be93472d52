package io.qingfen.reference.batch;

import io.qingfen.reference.CurrentReference;
import io.qingfen.reference.Settings;
import io.qingfen.reference.Snapshot;
import io.qingfen.run.Exit;
import io.qingfen.run.FileProblems;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Reads the files again at every call. */
@Component
class ReferenceOfTheHome implements CurrentReference {
    private final ReferenceFiles files;

    ReferenceOfTheHome(Home home) {
        this.files = ReferenceFiles.of(home.root());
    }

    @Override
    public Settings settings() {
        FileProblems problems = new FileProblems();
        try {
            Settings settings = SettingsFile.read(files, problems);
            if (problems.total() > 0) {
                throw new Refusal(Exit.USAGE_OR_REFERENCE, problems.problems());
            }
            return settings;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Snapshot as(LocalDate businessDate) {
        try {
            Reading reading = ReferenceReader.read(files, businessDate, "");
            return reading.snapshot()
                    .orElseThrow(() -> new Refusal(
                            Exit.USAGE_OR_REFERENCE, reading.report().problems()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
