package io.qingfen.scheme.batch;

import io.qingfen.scheme.CardTokens;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** A format that a scheme's files may have. */
interface SchemeFormat {
    /** As {@code schemes.yml} spells it. */
    String name();

    /** SHA-256 of the description that people wrote of it; empty for a format of the program. */
    default String sha256() {
        return "";
    }

    /** Of what comes beside records: the formats of records that it speaks of; empty: of any. */
    default Set<String> goesWith() {
        return Set.of();
    }

    /** Whether its files carry full card numbers, and so may lie nowhere in clear. */
    boolean carriesCards();

    /** Reads the whole file; what is wrong with it becomes its problems. */
    void read(InputStream in, ParsedFile file, CardTokens cards) throws IOException;
}
