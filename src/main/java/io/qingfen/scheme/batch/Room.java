package io.qingfen.scheme.batch;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.time.LocalDate;

/** For what a comparison holds in memory as objects, since it is not plain. What does not fit is refused before it breaks. */
final class Room {
    /** Of one record, transaction or fee that is not plain, with all that is made of it until the comparison ends. */
    private static final long OBJECT_BYTES = 2_048;
    /** Of one that is only packed and counted, plain or not: see {@link io.qingfen.scheme.PlainPairs}. */
    private static final long PACKED_BYTES = 64;

    private final String source;
    private final LocalDate date;
    private final long bytes;
    private long packed;
    private long taken;

    /** @param bytes that the comparison may take */
    Room(String source, LocalDate date, long bytes) {
        this.source = source;
        this.date = date;
        this.bytes = bytes;
    }

    /** A quarter is left to everything else that the process does meanwhile: {@code serve} has pages to show. */
    static Room ofThisProcess(String source, LocalDate date) {
        return new Room(source, date, Runtime.getRuntime().maxMemory() / 4 * 3);
    }

    /** @throws Refusal when there is no room for so many more packed ones */
    void pack(long more) {
        packed += more;
        require();
    }

    /** @throws Refusal when there is no room for so many more objects */
    void take(long more) {
        taken += more;
        require();
    }

    private void require() {
        if (taken * OBJECT_BYTES + packed * PACKED_BYTES > bytes) {
            throw new Refusal(
                    Exit.REFUSED,
                    "files of " + source + " " + date
                            + ": more records, transactions and brand fees than the memory of this process has"
                            + " room for (" + (bytes >> 20) + " MiB of it): " + packed + " and more, of which "
                            + taken + " and more, with those that earlier dates left, do not plainly belong together."
                            + " Nothing was kept of it. Look first whether the files are of this source"
                            + " and date, and whether its channels are right in " + SchemesFile.NAME
                            + "; if they are, start again with more memory, for example QINGFEN_JAVA_OPTS=-Xmx4g");
        }
    }
}
