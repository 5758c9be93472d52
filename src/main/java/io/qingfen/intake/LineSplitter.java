package io.qingfen.intake;

/**
 * Cuts a stream of blocks into lines at LF, with one CR before it taken off. Holds at most one line that crosses a block;
 * of a line longer than {@link #LONGEST} it may hand over only the first {@code LONGEST + 1} bytes.
 */
public final class LineSplitter {
    /** Bytes of the longest line, without its end. */
    public static final int LONGEST = 4_096;

    /** Takes one line without its end. */
    @FunctionalInterface
    public interface Lines {
        /**
         * @param to exclusive; {@code to - from > LONGEST} means that the line is too long and perhaps cut
         * @param offset of the line's first byte in the stream
         */
        void line(byte[] bytes, int from, int to, long offset);
    }

    private final Lines lines;
    private final byte[] held = new byte[LONGEST + 2];
    private long lineOffset;
    private long streamOffset;
    private long lineLength;

    /** @param offset of the first byte that will be fed */
    public LineSplitter(Lines lines, long offset) {
        this.lines = lines;
        this.lineOffset = offset;
        this.streamOffset = offset;
    }

    public void feed(byte[] block, int length) {
        int from = 0;
        for (int i = 0; i < length; i++) {
            if (block[i] == '\n') {
                complete(block, from, i);
                from = i + 1;
                lineOffset = streamOffset + from;
            }
        }
        hold(block, from, length);
        streamOffset += length;
    }

    /** Hands over a last line without LF. */
    public void end() {
        if (streamOffset > lineOffset) {
            emit(held, 0, heldBytes(streamOffset), streamOffset);
        }
        lineOffset = streamOffset;
    }

    /** Bytes of the line that is being handed over, a CR before its LF included. */
    long lineLength() {
        return lineLength;
    }

    private void complete(byte[] block, int from, int end) {
        if (lineOffset < streamOffset) {
            hold(block, from, end);
            emit(held, 0, heldBytes(streamOffset + end), streamOffset + end);
        } else {
            emit(block, from, end, streamOffset + end);
        }
    }

    private void hold(byte[] block, int from, int to) {
        int already = heldBytes(streamOffset + from);
        int more = Math.min(to - from, held.length - already);
        System.arraycopy(block, from, held, already, more);
    }

    private int heldBytes(long end) {
        return (int) Math.min(end - lineOffset, held.length);
    }

    private void emit(byte[] bytes, int from, int to, long lineEnd) {
        lineLength = lineEnd - lineOffset;
        int end = to > from && bytes[to - 1] == '\r' && to - from <= LONGEST + 1 ? to - 1 : to;
        lines.line(bytes, from, end, lineOffset);
    }
}
