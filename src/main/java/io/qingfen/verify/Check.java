package io.qingfen.verify;

import java.util.List;

/**
 * One check of the proof.
 *
 * @param name stable, for machines: {@code positions from their sources}
 * @param compared rows, lines or files that were looked at
 * @param red how many differences there are
 * @param differences the first of them: place, and both values
 * @param millis how long it took
 */
public record Check(String name, long compared, long red, List<String> differences, long millis) {
    public Check {
        differences = List.copyOf(differences);
    }

    public boolean isProved() {
        return red == 0;
    }

    /** The same check with the time that it took. */
    public Check took(long milliseconds) {
        return new Check(name, compared, red, differences, milliseconds);
    }
}
