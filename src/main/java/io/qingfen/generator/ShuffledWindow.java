package io.qingfen.generator;

import java.io.IOException;

/** Holds some thousand lines back and lets them go in another order. */
final class ShuffledWindow {
    private static final int LINES = 16_384;
    private final FileSink sink;
    private final Dice dice;
    private final Bytes bytes = new Bytes(LINES * 200);
    private final int[] starts = new int[LINES + 1];
    private final int[] order = new int[LINES];
    private int count;

    ShuffledWindow(FileSink sink, long seed) {
        this.sink = sink;
        this.dice = new Dice().from(seed);
    }

    /** Where to put the next line, ended by {@link #endLine()}. */
    Bytes line() {
        return bytes.line();
    }

    void endLine() throws IOException {
        bytes.put('\n');
        starts[++count] = bytes.length();
        if (count == LINES) {
            flush();
        }
    }

    void flush() throws IOException {
        shuffle();
        for (int i = 0; i < count; i++) {
            int start = starts[order[i]];
            sink.write(bytes.array(), start, starts[order[i] + 1] - start);
        }
        count = 0;
        bytes.clear();
    }

    private void shuffle() {
        for (int i = 0; i < count; i++) {
            int other = dice.below(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
    }
}
