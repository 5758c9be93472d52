package io.qingfen.ledger.batch;

import io.qingfen.ledger.Entry;
import io.qingfen.ledger.Posting;
import io.qingfen.money.Currency;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/** One file of entries in order of id, read from its begin: each entry, an end, a checksum. */
final class EntryRun implements AutoCloseable {
    private static final int ENTRY = 1;
    private static final int END = 0;
    private static final int CHECKSUM = Long.BYTES;
    private static final int BUFFER = 1 << 16;

    private final LocalDate businessDate;
    private final DataInputStream in;
    private String id;
    private Entry entry;

    /** Opens a file that is whole, and stands at its first entry. */
    EntryRun(Path file, LocalDate businessDate, int buffer) throws IOException {
        this.businessDate = businessDate;
        this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), buffer));
        advance();
    }

    /** Null at the end. */
    Entry entry() {
        return entry;
    }

    boolean hasEntry() {
        return entry != null;
    }

    String id() {
        return id;
    }

    void advance() throws IOException {
        entry = in.read() == ENTRY ? read() : null;
        id = entry == null ? null : entry.id();
    }

    private Entry read() throws IOException {
        String key = in.readUTF();
        String description = in.readUTF();
        List<Posting> postings = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            postings.add(new Posting(in.readUTF(), in.readLong(), in.readLong(), Currency.of(in.readUTF())));
        }
        return new Entry(businessDate, key, description, postings);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Stands under its name when all of it is written. */
    static void write(Path file, Collection<Entry> inOrder) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        CheckedOutputStream checked = new CheckedOutputStream(Files.newOutputStream(part), new CRC32());
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, BUFFER))) {
            for (Entry one : inOrder) {
                out.write(ENTRY);
                write(out, one);
            }
            out.write(END);
            out.flush();
            out.writeLong(checked.getChecksum().getValue());
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(DataOutputStream out, Entry entry) throws IOException {
        out.writeUTF(entry.key());
        out.writeUTF(entry.description());
        out.writeInt(entry.postings().size());
        for (Posting posting : entry.postings()) {
            out.writeUTF(posting.account());
            out.writeLong(posting.debitMinor());
            out.writeLong(posting.creditMinor());
            out.writeUTF(posting.currency().code());
        }
    }

    /** Whether the file is there and its checksum is that of what stands before it. */
    static boolean isWhole(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            long content = Files.size(file) - CHECKSUM;
            CheckedInputStream checked = new CheckedInputStream(bytes, new CRC32());
            DataInputStream in = new DataInputStream(checked);
            byte[] buffer = new byte[BUFFER];
            long left = content;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    return false;
                }
                left -= read;
            }
            long reckoned = checked.getChecksum().getValue();
            return content > 0 && in.readLong() == reckoned;
        } catch (NoSuchFileException missing) {
            return false;
        }
    }
}
