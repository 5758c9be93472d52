package io.qingfen.reference.batch;

import io.qingfen.calendar.BusinessCalendar;
import io.qingfen.reference.ReferenceCheck;
import io.qingfen.run.FileProblems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Also found by {@link java.util.ServiceLoader}, so that checking files needs no running application. */
@Component
public final class FolderCheck implements ReferenceCheck {
    @Override
    public Report check(Path home, LocalDate businessDate) {
        try {
            return ReferenceReader.read(ReferenceFiles.of(home), businessDate, "")
                    .report();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public Optional<BusinessCalendar> calendar(Path home) {
        try {
            return CalendarFile.read(ReferenceFiles.of(home), new FileProblems());
        } catch (IOException broken) {
            return Optional.empty();
        }
    }
}
