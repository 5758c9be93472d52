package io.qingfen.reference.batch;

import io.qingfen.reference.ReferenceCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

@Component
final class FolderCheck implements ReferenceCheck {
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
