package io.qingfen.generator;

import java.io.IOException;

/** A scheme's file of records under construction. */
interface SchemeFile extends AutoCloseable {
    void add(SchemeEntry entry) throws IOException;

    /** The file is whole. */
    void finish() throws IOException;

    /** Without {@link #finish()} nothing stays behind. */
    @Override
    void close() throws IOException;
}
