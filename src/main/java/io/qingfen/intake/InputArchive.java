package io.qingfen.intake;

import io.qingfen.run.RunContext;

/** Keeps the input files of a closed date. */
public interface InputArchive {
    /**
     * Puts every input file that the date used into its archive: unchanged bytes, compressed, with a list of the SHA-256
     * of the uncompressed bytes. Doing it again changes nothing; files that are in the archive already are left as they
     * are.
     */
    void archive(RunContext run);
}
