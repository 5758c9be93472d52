package io.qingfen.intake;

/**
 * An input file that belongs to a business date.
 *
 * @param number in file-name order behind the files of earlier dates
 * @param sha256 of its bytes, hex
 * @param lines physical lines
 */
public record InputFile(int number, InputName name, String sha256, long bytes, long lines, FileTrailer trailer) {}
