package io.qingfen.intake;

import java.util.List;

/**
 * What one pass over an input file found.
 *
 * @param lines physical lines, empty ones included
 * @param trailer null when it is missing or malformed
 * @param problems why the file is refused, each with name and line; empty when it is whole
 */
public record ScannedFile(
        long bytes, long lines, FileTrailer trailer, List<InputChunk> chunks, List<String> problems) {}
