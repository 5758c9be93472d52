package io.qingfen.intake;

/** A chunk and the file it is of, as one part of a segment. */
public record PlannedChunk(int file, InputName name, InputChunk chunk) {
    public long bytes() {
        return chunk.end() - chunk.begin();
    }
}
