package io.qingfen.intake;

/**
 * An input file that was found whole and not seen before.
 *
 * @param sha256 of its bytes, hex
 */
public record CollectedFile(InputName name, String sha256, ScannedFile scan) {}
