package io.qingfen.intake;

import io.qingfen.run.RunContext;

/** Where the inputs of a closed date are kept. */
@FunctionalInterface
public interface InputArchive {
    /**
     * Moves the input files that the date used out of the inbox to its archive, unchanged bytes with their SHA-256.
     * Continues where an earlier call was cut off; does nothing when all is done.
     */
    void archive(RunContext run);
}
