package io.qingfen.generator;

import java.io.IOException;
import java.nio.file.Path;

/** A file of lines of one width under construction. */
abstract class FixedFile implements AutoCloseable {
    private final FileSink sink;
    private final FixedLine line;

    /** @param length bytes a line, without its end */
    FixedFile(Path path, int length) throws IOException {
        this.sink = new FileSink(path);
        this.line = new FixedLine(length);
    }

    /** The next line, of spaces. There is one at a time: it counts when it is {@link #write() written}. */
    final FixedLine blank() {
        return line.blank();
    }

    final void write() throws IOException {
        sink.write(line.bytes(), 0, line.bytes().length);
    }

    /** The file is whole. */
    public final void finish() throws IOException {
        sink.finish();
    }

    /** Without {@link #finish()} nothing stays behind. */
    @Override
    public final void close() throws IOException {
        sink.close();
    }
}
