package io.qingfen.scheme.batch;

import io.qingfen.reference.Sealing;
import io.qingfen.run.CompleteFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A file in sealed parts: per part its length (4 bytes) and the sealed bytes of up to a mebibyte, each packed by itself. A
 * part opens only at its own place, and the last one says that it is the last: parts that are exchanged, repeated or cut off
 * show.
 */
final class SealedFile {
    static final String ENDING = ".sealed";
    private static final int PART = 1 << 20;
    private static final int LONGEST = 1 << 22;

    private SealedFile() {}

    static void write(InputStream in, Path path, String name, Sealing sealing) throws IOException {
        try (CompleteFile file = CompleteFile.create(path)) {
            DataOutputStream out = new DataOutputStream(file);
            byte[] part = in.readNBytes(PART);
            for (int number = 0; part != null; number++) {
                byte[] next = in.readNBytes(PART);
                byte[] sealed = sealing.seal(place(name, number, next.length == 0), packed(part));
                out.writeInt(sealed.length);
                out.write(sealed);
                part = next.length == 0 ? null : next;
            }
            out.flush();
            file.publish();
        }
    }

    /** @throws IllegalStateException when it was changed or cut, or its key is missing */
    static void read(Path path, String name, Sealing sealing, OutputStream to) throws IOException {
        long left = Files.size(path);
        try (DataInputStream in = new DataInputStream(Files.newInputStream(path))) {
            for (int number = 0; left > 0; number++) {
                int length = in.readInt();
                if (length < 0 || length > LONGEST) {
                    throw new IllegalStateException(path + " was changed");
                }
                byte[] sealed = in.readNBytes(length);
                left -= Integer.BYTES + (long) length;
                byte[] packed = sealing.open(place(name, number, left <= 0), sealed);
                try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                    unpacked.transferTo(to);
                }
            }
        }
    }

    private static String place(String name, int number, boolean last) {
        return "file of a scheme " + name + " part " + number + (last ? " of as many" : "");
    }

    private static byte[] packed(byte[] part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(part);
        }
        return bytes.toByteArray();
    }
}
