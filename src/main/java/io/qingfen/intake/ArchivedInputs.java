package io.qingfen.intake;

import java.io.IOException;
import java.nio.file.Path;

/** Input files of a closed date that is run again. */
public interface ArchivedInputs {
    /**
     * Puts the files of an archive back where files arrive, so that they can be collected again. A file of the same name
     * that is there already stays: somebody corrected it.
     *
     * @throws io.qingfen.run.Refusal with exit 5 when archived bytes are not those that were used
     */
    void putBack(Path archive, Path inbox) throws IOException;
}
