package io.qingfen.scheme.batch;

import io.qingfen.scheme.BadRecord;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The texts of a ZIP archive one after the other, unpacked while they are read and never to disk. An archive that unpacks to
 * far more than it is refuses itself.
 */
final class BoundedArchive {
    private static final int MOST_ENTRIES = 8;
    private static final long MOST_BYTES = 4L << 30;
    /** Bills pack to a tenth or a thirtieth. */
    private static final long MOST_RATIO = 200;

    private static final long SMALL = 1 << 20;

    private final Counted packed;
    private final ZipInputStream zip;
    private final long mostBytes;
    private long unpacked;
    private int entries;

    BoundedArchive(InputStream in) {
        this(in, MOST_BYTES);
    }

    BoundedArchive(InputStream in, long mostBytes) {
        this.packed = new Counted(in);
        // Names are not looked at; this charset reads any.
        this.zip = new ZipInputStream(packed, StandardCharsets.ISO_8859_1);
        this.mostBytes = mostBytes;
    }

    /**
     * The next text, or null after the last one.
     *
     * @throws BadRecord when there are more than any bill has
     */
    InputStream next() throws IOException {
        // What nobody read of the text before counts too.
        if (entries > 0) {
            new Unpacked().transferTo(OutputStream.nullOutputStream());
        }
        ZipEntry entry = zip.getNextEntry();
        if (entry == null) {
            return null;
        }
        if (++entries > MOST_ENTRIES) {
            throw new BadRecord("the archive holds more than " + MOST_ENTRIES + " files; a bill has two");
        }
        return new Unpacked();
    }

    private void count(long bytes) {
        unpacked += bytes;
        if (unpacked > mostBytes) {
            throw new BadRecord("the archive unpacks to more than " + mostBytes + " bytes");
        }
        if (unpacked > SMALL && unpacked / MOST_RATIO > packed.bytes) {
            throw new BadRecord("the archive unpacks to more than " + MOST_RATIO + " times its size");
        }
    }

    private static final class Counted extends FilterInputStream {
        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            bytes += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            bytes += Math.max(0, count);
            return count;
        }
    }

    /** One text, to its end. */
    private final class Unpacked extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int bytes = zip.read(buffer, offset, length);
            count(Math.max(0, bytes));
            return bytes;
        }
    }
}
