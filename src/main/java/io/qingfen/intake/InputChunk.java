package io.qingfen.intake;

/**
 * A part of an input file that can be read by itself; begins at the start of a line.
 *
 * @param number 1-based inside the file
 * @param begin first byte
 * @param end exclusive
 * @param firstLine 1-based number of its first line in the file
 * @param context offset of the batch header that its first details belong to, -1 without
 */
public record InputChunk(int number, long begin, long end, int firstLine, long context) {}
