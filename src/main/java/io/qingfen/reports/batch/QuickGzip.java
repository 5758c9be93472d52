package io.qingfen.reports.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Fast rather than small; without time or name in its header, so that equal rows give equal bytes. */
final class QuickGzip extends GZIPOutputStream {
    static final int BUFFER = 1 << 16;

    QuickGzip(OutputStream out) throws IOException {
        super(out, BUFFER);
        def.setLevel(Deflater.BEST_SPEED);
    }

    @Override
    public void finish() throws IOException {
        super.finish();
        def.end();
    }
}
