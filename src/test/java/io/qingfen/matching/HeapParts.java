package io.qingfen.matching;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.intake.RecordParts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Parts that stay on the heap. */
final class HeapParts implements RecordParts {
    private final List<Part> parts;

    HeapParts(int count) {
        parts = IntStream.range(0, count)
                .mapToObj(number -> new Part(new ArrayList<>(), new ArrayList<>(), new BitSet()))
                .toList();
    }

    @Override
    public int count() {
        return parts.size();
    }

    @Override
    public void add(int part, Capture capture) {
        parts.get(part).captures().add(capture);
    }

    @Override
    public void add(int part, Authorization authorization, boolean marked) {
        Part to = parts.get(part);
        to.marked().set(to.authorizations().size(), marked);
        to.authorizations().add(authorization);
    }

    @Override
    public Part read(int part) {
        return parts.get(part);
    }

    @Override
    public void close() {
        parts.forEach(part -> part.captures().clear());
    }
}
