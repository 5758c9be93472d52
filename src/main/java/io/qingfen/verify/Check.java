package io.qingfen.verify;

import java.util.List;

/**
 * One check of the proof.
 *
 * @param name stable, for machines: {@code positions from their sources}
 * @param compared rows, lines or files that were looked at
 * @param red how many differences there are
 * @param differences the first of them: place, and both values
 */
public record Check(String name, long compared, long red, List<String> differences) {
    public Check {
        differences = List.copyOf(differences);
    }

    public boolean isProved() {
        return red == 0;
    }
}
