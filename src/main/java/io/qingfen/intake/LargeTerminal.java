package io.qingfen.intake;

import io.qingfen.reference.Terminal;
import java.util.function.Consumer;

/** A terminal with more records than may be on the heap at once. */
public interface LargeTerminal {
    Terminal terminal();

    /** Hands over all of its records in order of their sources, some at a time. */
    void forEach(Consumer<TerminalRecords> some);

    /** Room for its records in parts of which each may be on the heap; the same count whenever it is asked. */
    RecordParts parts();
}
