package io.qingfen.intake;

/**
 * Where a record stood: number of the input file (see table input_file) and physical line, 1-based.
 *
 * <p>Order of sources of one kind is the night's deterministic order: files are numbered in order of the business date
 * that first used them, then file name; so (file, line) sorts by first appearance.
 */
public record Source(int file, int line) implements Comparable<Source> {
    @Override
    public int compareTo(Source other) {
        int byFile = Integer.compare(file, other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }
}
