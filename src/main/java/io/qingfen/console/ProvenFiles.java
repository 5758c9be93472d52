package io.qingfen.console;

import io.qingfen.run.FileStamp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which files were found to have the bytes that they should have, so that one that is taken away in parts is not read whole
 * for each part. Whoever changes a file changes its stamp, and it is read again; what no stamp shows (a disk that forgets,
 * a write behind the file system's back) stays unseen for ten minutes at most. Only what was right is remembered, and
 * nothing of a file that was written to just now, since a second write in the same moment would have the same stamp.
 */
final class ProvenFiles {
    /** More than people take away at once. */
    static final int MOST = 64;

    static final Duration HOLDS = Duration.ofMinutes(10);

    /** Longer than the tick of any file system's clock, and than written pages of a mapped file go without a new time. */
    static final Duration STILL = Duration.ofMinutes(1);

    private final Hash hash;
    private final InstantSource clock;
    private final Map<Path, Proof> proofs = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Proof> oldest) {
            return size() > MOST;
        }
    };

    /** Reads a file to its end. */
    interface Hash {
        /** SHA-256, 64 digits. */
        String of(Path file) throws IOException;
    }

    private record Proof(FileStamp stamp, String sha256, Instant at) {
        boolean holds(FileStamp now, Instant asked) {
            return stamp.equals(now) && !asked.isBefore(at) && asked.isBefore(at.plus(HOLDS));
        }
    }

    ProvenFiles(Hash hash, InstantSource clock) {
        this.hash = hash;
        this.clock = clock;
    }

    /** Whether the file has the bytes of this hash. */
    boolean has(Path file, String sha256) throws IOException {
        Instant now = clock.instant();
        FileStamp stamp = FileStamp.of(file);
        Proof proof = known(file);
        if (proof != null && proof.holds(stamp, now)) {
            return proof.sha256().equals(sha256);
        }
        boolean right = hash.of(file).equals(sha256);
        boolean still = stamp.changed().toInstant().isBefore(now.minus(STILL));
        keep(file, right && still ? new Proof(stamp, sha256, now) : null);
        return right;
    }

    private synchronized Proof known(Path file) {
        return proofs.get(file);
    }

    /** @param proof null to forget it */
    private synchronized void keep(Path file, Proof proof) {
        proofs.remove(file);
        if (proof != null) {
            proofs.put(file, proof);
        }
    }
}
