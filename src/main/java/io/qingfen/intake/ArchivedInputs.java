package io.qingfen.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Input files of a closed date that is run again. */
public interface ArchivedInputs {
    /**
     * Puts the files of an archive back where files arrive, so that they can be collected again. A file of the same name
     * that is there already stays: somebody corrected it.
     *
     * @throws io.qingfen.run.Refusal with exit 5 when archived bytes are not those that were used
     */
    void putBack(Path archive, Path inbox) throws IOException;

    /**
     * Why {@link #putBack} could not give back just the files that the date used, each with what to do; empty when it can.
     * Reads every byte of them.
     */
    List<String> problems(LocalDate businessDate, Path archive, Path inbox);
}
