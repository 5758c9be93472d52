package io.qingfen.intake;

import java.util.BitSet;
import java.util.List;

/** Records of one terminal set aside in parts, outside of the heap. Closing throws them away. */
public interface RecordParts extends AutoCloseable {
    /** At least 1; parts are numbered from 0. */
    int count();

    void add(int part, Capture capture);

    /** @param marked whatever its writer wants to know when it reads the record again */
    void add(int part, Authorization authorization, boolean marked);

    /** Everything that was added to a part. */
    Part read(int part);

    @Override
    void close();

    /**
     * Each list in the order in which its records were added.
     *
     * @param marked places in {@code authorizations}
     */
    record Part(List<Capture> captures, List<Authorization> authorizations, BitSet marked) {}
}
