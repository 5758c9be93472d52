package io.qingfen.intake;

import io.qingfen.intake.Tally.Outcome;
import io.qingfen.intake.Tally.RecordKind;
import java.util.List;

/**
 * Reads the lines of one segment: every line is accepted into the buffer, rejected, or ignored (header, trailer, empty).
 * Not for use by several threads.
 */
public final class Routing {
    /** Takes what is not used. */
    public interface Rejects {
        void reject(Reject reject);

        void batch(RejectedBatch batch);
    }

    private final RoutingOutput output;
    private final BatchRouting batches;
    private final AuthorizationRouting authorizations;
    private final Fields fields = new Fields();
    private FileKind kind;

    /** @param inputBytes how much will be read, to have room for it */
    public Routing(Terminals terminals, Rejects rejects, long inputBytes) {
        output = new RoutingOutput(rejects, inputBytes);
        batches = new BatchRouting(terminals, output);
        authorizations = new AuthorizationRouting(terminals, output);
    }

    /** The next lines are a part of this file, from its begin or behind a batch header given by {@link #context}. */
    public void beginPart(FileKind fileKind, int file) {
        output.beginPart(file);
        batches.forget();
        kind = fileKind;
    }

    /** Takes the batch header above the first line; it is counted where it stands, not here. */
    public void context(byte[] bytes, int from, int to) {
        batches.context(fields, fields.split(bytes, from, to));
    }

    /** @param lineNo 1-based line in the file */
    public void line(byte[] bytes, int from, int to, int lineNo) {
        char type = from == to ? 'T' : RecordType.of(bytes, from, to);
        if (type == 'H' || type == 'T') {
            output.tallies().add(RecordKind.OTHER, Outcome.IGNORED, null, null);
            return;
        }
        boolean details = kind == FileKind.TERMINAL_BATCHES;
        boolean known = details ? type == 'B' || type == 'D' : type == 'A';
        int count = fields.split(bytes, from, to);
        if (!known) {
            output.tallies().add(RecordKind.UNKNOWN, Outcome.REJECTED, null, null);
            output.unknownType(bytes, from, to, lineNo, details ? "B, D" : "A");
        } else if (type == 'A') {
            authorizations.line(fields, count, lineNo);
        } else if (type == 'D') {
            batches.detail(fields, count, lineNo);
        } else {
            batches.header(fields, count, lineNo);
        }
    }

    public RecordBuffer accepted() {
        return output.buffer();
    }

    /** Ends the segment: what was counted, by file. */
    public List<Tally> end() {
        output.endFile();
        return output.allTallies();
    }
}
