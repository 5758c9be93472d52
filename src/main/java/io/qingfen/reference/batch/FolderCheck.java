package io.qingfen.reference.batch;

import io.qingfen.reference.ReferenceCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
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
}
