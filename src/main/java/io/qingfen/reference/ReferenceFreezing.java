package io.qingfen.reference;

import java.nio.file.Path;
import java.time.LocalDate;

/** Takes the reference data of a business date as it is now; the date never sees a later state of the files. */
public interface ReferenceFreezing {
    /**
     * Reads, validates and keeps the files of this home in the current transaction, or keeps what was frozen before: a
     * restart does not look at the files again.
     *
     * @return SHA-256 over all files, hex; also in {@code business_day.reference_sha256} where the row exists
     * @throws io.qingfen.run.Refusal with exit 2 and every problem, when the files are not sound
     */
    String freeze(LocalDate businessDate, Path home);
}
