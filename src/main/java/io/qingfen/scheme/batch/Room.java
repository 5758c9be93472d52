package io.qingfen.scheme.batch;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.time.LocalDate;

/** For what a comparison holds in memory as objects, since it is not plain. What does not fit is refused before it breaks. */
final class Room {
    /** Of one record, transaction or fee with all that is made of it until the comparison ends. */
    private static final int BYTES_OF_ONE = 2_048;
    /** What is only packed, plain or not, takes much less: see {@link io.qingfen.scheme.PlainPairs}. */
    private static final int PACKED_IN_ONE = 32;

    private final String source;
    private final LocalDate date;
    private final long bytes;
    private long packed;
    private long taken;

    /** @param bytes of memory that the process may have */
    Room(String source, LocalDate date, long bytes) {
        this.source = source;
        this.date = date;
        this.bytes = bytes;
    }

    /** @throws Refusal when so many more packed ones leave too little for what was taken */
    void pack(long more) {
        packed += more;
        take(0);
    }

    /** @throws Refusal when there is no room for so many more */
    void take(long more) {
        taken += more;
        long room = Math.max(0, bytes / BYTES_OF_ONE - packed / PACKED_IN_ONE);
        if (taken > room) {
            throw new Refusal(
                    Exit.REFUSED,
                    "files of " + source + " " + date + ": more than " + room
                            + " records, transactions and fees, with those that earlier dates left, do not plainly"
                            + " belong together, and the memory of this process ("
                            + (bytes >> 20)
                            + " MiB) holds no more; nothing was kept. Look first whether the files are of this source"
                            + " and date, and whether its channels are right in " + SchemesFile.NAME
                            + "; if they are, start again with more memory, for example QINGFEN_JAVA_OPTS=-Xmx4g");
        }
    }
}
