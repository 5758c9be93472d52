package io.qingfen.intake;

import java.util.ArrayList;
import java.util.List;

/** Puts small chunks together, in order of the files, so that each segment is worth its transaction. */
public final class SegmentPlan {
    /** Input of one segment: bounds the memory of a routing thread. */
    public static final long SEGMENT_BYTES = 16L << 20;

    private SegmentPlan() {}

    /** The number of each chunk's segment, from 1, never falling. */
    public static List<Integer> of(List<PlannedChunk> chunks) {
        List<Integer> segments = new ArrayList<>(chunks.size());
        int segment = 1;
        long bytes = 0;
        for (PlannedChunk chunk : chunks) {
            long more = chunk.bytes();
            if (bytes > 0 && bytes + more > SEGMENT_BYTES) {
                segment++;
                bytes = 0;
            }
            bytes += more;
            segments.add(segment);
        }
        return segments;
    }
}
