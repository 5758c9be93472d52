package io.qingfen.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * One pass over the bytes of an input file, block by block: is it whole, does its header say what its name says, and
 * where can it be cut into chunks. Knows lines and record types, not records.
 */
public final class FileScan implements LineSplitter.Lines {
    private static final int MOST_PROBLEMS = 20;

    private final InputName name;
    private final long chunkBytes;
    private final LineSplitter splitter = new LineSplitter(this, 0);
    private final Utf8Check utf8 = new Utf8Check();
    private final Fields fields = new Fields();
    private final List<String> problems = new ArrayList<>();
    private final List<InputChunk> chunks = new ArrayList<>();
    private int problemCount;
    private long bytes;
    private long line;
    private int headerLine;
    private int trailerLine;
    private FileTrailer trailer;
    private boolean recordsSeen;
    private boolean nulSeen;
    private long lastBatch = -1;
    private long chunkBegin;
    private long chunkContext = -1;
    private int chunkLine = 1;

    /** @param chunkBytes a chunk ends at the first line start at least so many bytes behind its begin */
    public FileScan(InputName name, long chunkBytes) {
        this.name = name;
        this.chunkBytes = chunkBytes;
    }

    public void feed(byte[] block, int length) {
        utf8.feed(block, length);
        splitter.feed(block, length);
        bytes += length;
    }

    /** What was found; nothing may be fed afterwards. */
    public ScannedFile end() {
        splitter.end();
        if (utf8.badOffset() >= 0) {
            problem(
                    0,
                    "not UTF-8: byte " + (utf8.badOffset() + 1) + " of " + bytes + " is no part of a character"
                            + (nulSeen ? " (UTF-16? send UTF-8)" : ""));
        }
        if (headerLine == 0) {
            problem(0, "no header: 0 lines H, expected 1" + (bytes == 0 ? " (the file is empty)" : ""));
        }
        if (trailerLine == 0) {
            problem(0, "no trailer: 0 lines T, expected 1 (cut off after " + line + " lines?)");
        }
        if (bytes > chunkBegin) {
            addChunk(bytes);
        }
        if (problemCount > problems.size()) {
            problems.add(name.text() + ": and " + (problemCount - problems.size()) + " more");
        }
        return new ScannedFile(bytes, line, trailer, List.copyOf(chunks), List.copyOf(problems));
    }

    @Override
    public void line(byte[] block, int from, int to, long offset) {
        line++;
        if (line == 1 && startsWithByteOrderMark(block, from, to)) {
            chunkBegin = 3;
            content(block, from + 3, to, 3);
        } else {
            content(block, from, to, offset);
        }
    }

    private void content(byte[] block, int from, int to, long offset) {
        if (line > Integer.MAX_VALUE) {
            tooManyLines();
            return;
        }
        if (offset - chunkBegin >= chunkBytes) {
            addChunk(offset);
        }
        if (to - from > LineSplitter.LONGEST) {
            problem(
                    line,
                    "a line of " + splitter.lineLength() + " bytes, the longest allowed is " + LineSplitter.LONGEST);
        } else if (to > from) {
            record(block, from, to, offset);
        }
    }

    private void record(byte[] block, int from, int to, long offset) {
        char type = RecordType.of(block, from, to);
        if (type == 'H') {
            header(block, from, to);
            return;
        }
        if (!recordsSeen && headerLine == 0) {
            recordsSeen = true;
            nulSeen = indexOfNul(block, from, to) >= 0;
            problem(
                    line,
                    "the first line must be the header H, not " + Shown.quoted(block, from, to)
                            + (indexOf(block, from, to, '\r') >= 0
                                    ? " (lines end with LF or CRLF, not with CR alone)"
                                    : ""));
        }
        if (type == 'T') {
            trailer(block, from, to);
        } else if (trailerLine > 0) {
            problem(line, "stands behind the trailer of line " + trailerLine);
        } else if (type == 'B' && name.kind() == FileKind.TERMINAL_BATCHES) {
            lastBatch = offset;
        }
    }

    private void header(byte[] block, int from, int to) {
        if (headerLine > 0) {
            problem(line, "a second header; the first is line " + headerLine);
            return;
        }
        headerLine = (int) line;
        if (trailerLine > 0) {
            problem(line, "stands behind the trailer of line " + trailerLine);
        }
        int count = fields.split(block, from, to);
        FileHeader.problems(fields, count, name).forEach(problem -> problem(line, problem));
        if (count < 0 || indexOf(block, from, to, '\r') >= 0) {
            problem(line, "a CR inside: lines end with LF or CRLF, not with CR alone");
        }
    }

    private void trailer(byte[] block, int from, int to) {
        if (trailerLine > 0) {
            problem(line, "a second trailer; the first is line " + trailerLine);
            return;
        }
        trailerLine = (int) line;
        trailer = FileTrailer.read(fields, fields.split(block, from, to), name.kind(), trailerLine);
        if (trailer == null) {
            problem(
                    line,
                    "the trailer must be " + FileTrailer.shape(name.kind()) + " with plain counts and a plain decimal: "
                            + Shown.quoted(block, from, to));
        }
    }

    private void addChunk(long end) {
        chunks.add(new InputChunk(chunks.size() + 1, chunkBegin, end, chunkLine, chunkContext));
        chunkBegin = end;
        chunkLine = (int) Math.min(line, Integer.MAX_VALUE);
        chunkContext = lastBatch;
    }

    private void tooManyLines() {
        if (line == Integer.MAX_VALUE + 1L) {
            problem(line, "more lines than 2,147,483,647");
        }
    }

    private void problem(long where, String what) {
        problemCount++;
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(name.text() + (where > 0 ? ":" + where : "") + ": " + what);
        }
    }

    private static boolean startsWithByteOrderMark(byte[] block, int from, int to) {
        return to - from >= 3
                && block[from] == (byte) 0xef
                && block[from + 1] == (byte) 0xbb
                && block[from + 2] == (byte) 0xbf;
    }

    private static int indexOfNul(byte[] block, int from, int to) {
        return indexOf(block, from, to, '\0');
    }

    private static int indexOf(byte[] block, int from, int to, char wanted) {
        for (int i = from; i < to; i++) {
            if (block[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
