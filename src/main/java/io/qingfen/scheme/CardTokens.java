package io.qingfen.scheme;

/** Turns card numbers into tokens the moment they are read; nothing keeps the number itself. */
@FunctionalInterface
public interface CardTokens {
    /** How many digits numbers of cards have. */
    int SHORTEST = 12;

    int LONGEST = 19;

    /** A keyed digest with the id of its key in front; the same number under the same key gives the same token. */
    String token(String cardNumber);

    /** The token of a whole number; empty for anything else, for example a number that the scheme masked. */
    default String ofWhole(String text) {
        boolean whole = text.length() >= SHORTEST && text.length() <= LONGEST;
        return whole && text.chars().allMatch(c -> c >= '0' && c <= '9') ? token(text) : "";
    }

    /** First six and last four of 13 digits and more; all but the last four of fewer. Other text is hidden whole. */
    static String masked(String cardNumber) {
        int length = cardNumber.length();
        if (length == 0) {
            return "";
        }
        if (!cardNumber.chars().allMatch(c -> c >= '0' && c <= '9' || c == '*')) {
            return "*".repeat(length);
        }
        int head = length >= 13 ? 6 : 0;
        int tail = Math.min(4, length / 2);
        return cardNumber.substring(0, head) + "*".repeat(length - head - tail) + cardNumber.substring(length - tail);
    }
}
