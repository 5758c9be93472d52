package io.qingfen.run;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Fast rather than small; without time or name in its header, so that equal rows give equal bytes. */
public final class QuickGzip extends GZIPOutputStream {
    public static final int BUFFER = 1 << 16;

    public QuickGzip(OutputStream out) throws IOException {
        super(out, BUFFER);
        def.setLevel(Deflater.BEST_SPEED);
    }

    @Override
    public void finish() throws IOException {
        super.finish();
        def.end();
    }
}
