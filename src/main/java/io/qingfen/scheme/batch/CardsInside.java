package io.qingfen.scheme.batch;

import io.qingfen.run.CardNumbers;
import java.io.IOException;
import java.io.InputStream;

/**
 * Whether a file that was refused may hold card numbers, whatever its name says: it may be another source's. A number stands in
 * clear, or the file is no text (packed, or in blocks) and nobody sees what is in it.
 */
final class CardsInside {
    private static final int LONGEST = 19;

    private CardsInside() {}

    static boolean of(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        StringBuilder digits = new StringBuilder();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            for (int i = 0; i < count; i++) {
                if (buffer[i] == 0 || take(buffer[i], digits)) {
                    return true;
                }
            }
        }
        return endsCard(digits);
    }

    /** True when a card number ended before this byte; a longer run of digits is none. */
    private static boolean take(byte value, StringBuilder digits) {
        boolean digit = value >= '0' && value <= '9';
        if (digit && digits.length() <= LONGEST) {
            digits.append((char) value);
        }
        return !digit && !digits.isEmpty() && endsCard(digits);
    }

    private static boolean endsCard(StringBuilder digits) {
        String number = digits.toString();
        digits.setLength(0);
        return !CardNumbers.masked(number).equals(number);
    }
}
