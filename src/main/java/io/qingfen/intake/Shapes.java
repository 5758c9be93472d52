package io.qingfen.intake;

/**
 * Shapes of the fields of both canonical files, read from bytes without making a String. ASCII only: full-width digits,
 * signs, spaces and exponents are wrong wherever they stand.
 */
final class Shapes {
    static final long NO_TIME = Long.MIN_VALUE;
    /** Integer digits of an amount in a record. */
    static final int RECORD_DIGITS = 10;
    /** Integer digits of a stated total; what does not fit a long is refused as well. */
    static final int TOTAL_DIGITS = 19;

    private static final int[] DAYS_IN_MONTH = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int SECONDS_A_DAY = 86_400;
    /** By byte; one look-up instead of six comparisons for most bytes of every record. */
    private static final boolean[] LETTER_OR_DIGIT = lettersAndDigits();

    private Shapes() {}

    /** A number of exactly {@code length} digits, or -1. */
    static long digits(byte[] bytes, int from, int to, int length) {
        return to - from == length ? number(bytes, from, to) : -1;
    }

    /** A count: no sign, no leading zero, at most 18 digits; or -1. */
    static long count(byte[] bytes, int from, int to) {
        boolean leadingZero = to - from > 1 && bytes[from] == '0';
        return leadingZero || to - from > 18 || to == from ? -1 : number(bytes, from, to);
    }

    private static long number(byte[] bytes, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** How many bytes follow the first point; 0 without a point. */
    static int decimals(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '.') {
                return to - i - 1;
            }
        }
        return 0;
    }

    /**
     * A plain decimal without sign and leading zeros and with exactly this many decimals, in minor units; or -1.
     *
     * @param decimals 0 to 4
     * @param integerDigits the most digits before the point
     */
    static long amount(byte[] bytes, int from, int to, int decimals, int integerDigits) {
        int point = decimals == 0 ? to : to - decimals - 1;
        int length = point - from;
        if (length < 1 || length > integerDigits || bytes[from] == '0' && length > 1) {
            return -1;
        }
        if (decimals > 0 && bytes[point] != '.') {
            return -1;
        }
        return length + decimals > 18 ? exactAmount(bytes, from, point, to) : plainAmount(bytes, from, point, to);
    }

    private static long plainAmount(byte[] bytes, int from, int point, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (i != point) {
                if (digit < 0 || digit > 9) {
                    return -1;
                }
                value = value * 10 + digit;
            }
        }
        return value;
    }

    /** As {@link #plainAmount} for more digits than a long surely holds. */
    private static long exactAmount(byte[] bytes, int from, int point, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (i != point) {
                if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
                    return -1;
                }
                value = value * 10 + digit;
            }
        }
        return value;
    }

    /** {@code yyyy-MM-dd} as epoch day, or {@link #NO_TIME}. */
    static long date(byte[] bytes, int from, int to) {
        if (to - from != 10 || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
            return NO_TIME;
        }
        long year = number(bytes, from, from + 4);
        long month = number(bytes, from + 5, from + 7);
        long day = number(bytes, from + 8, from + 10);
        boolean real = year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, (int) month);
        return real ? epochDay(year, month, day) : NO_TIME;
    }

    /** {@code yyyy-MM-ddTHH:mm:ss} as local seconds since 1970-01-01T00:00:00, or {@link #NO_TIME}. */
    static long time(byte[] bytes, int from, int to) {
        if (to - from != 19 || bytes[from + 10] != 'T' || bytes[from + 13] != ':' || bytes[from + 16] != ':') {
            return NO_TIME;
        }
        long day = date(bytes, from, from + 10);
        long hour = number(bytes, from + 11, from + 13);
        long minute = number(bytes, from + 14, from + 16);
        long second = number(bytes, from + 17, from + 19);
        boolean real = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return real && day != NO_TIME ? day * SECONDS_A_DAY + hour * 3_600 + minute * 60 + second : NO_TIME;
    }

    private static int daysIn(long year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS_IN_MONTH[month - 1];
    }

    /** Days since 1970-01-01, counting years from March so that the leap day is the last of its year. */
    private static long epochDay(long year, long month, long day) {
        long marchYear = month <= 2 ? year - 1 : year;
        long era = marchYear / 400;
        long yearOfEra = marchYear - era * 400;
        long dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }

    /** Letters and digits, at least {@code shortest} and at most {@code longest}. */
    static boolean isAlphanumeric(byte[] bytes, int from, int to, int shortest, int longest) {
        if (to - from < shortest || to - from > longest) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!isLetterOrDigit(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    /** {@code [A-Za-z0-9_-]{0,64}}. */
    static boolean isToken(byte[] bytes, int from, int to) {
        if (to - from > 64) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!isLetterOrDigit(bytes[i]) && bytes[i] != '_' && bytes[i] != '-') {
                return false;
            }
        }
        return true;
    }

    /** Six digits, stars, four digits; or empty. */
    static boolean isMaskedPan(byte[] bytes, int from, int to) {
        if (from == to) {
            return true;
        }
        if (to - from < 11 || number(bytes, from, from + 6) < 0 || number(bytes, to - 4, to) < 0) {
            return false;
        }
        for (int i = from + 6; i < to - 4; i++) {
            if (bytes[i] != '*') {
                return false;
            }
        }
        return true;
    }

    /** At most 64 printable ASCII characters, the space among them. */
    static boolean isPrintable(byte[] bytes, int from, int to) {
        if (to - from > 64) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] < ' ' || bytes[i] > '~') {
                return false;
            }
        }
        return true;
    }

    /** Three capital letters as {@link CurrencyCodes} numbers them, or -1. */
    static int currency(byte[] bytes, int from, int to) {
        if (to - from != 3) {
            return -1;
        }
        int code = 0;
        for (int i = from; i < to; i++) {
            int letter = bytes[i] - 'A';
            if (letter < 0 || letter > 25) {
                return -1;
            }
            code = code * 26 + letter;
        }
        return code;
    }

    /** Up to eight bytes in one long, see {@link Packed}. */
    static long packed(byte[] bytes, int from, int to) {
        long packed = 0;
        for (int i = from; i < to; i++) {
            packed = packed << 8 | bytes[i] & 0xff;
        }
        return packed;
    }

    private static boolean isLetterOrDigit(byte b) {
        return LETTER_OR_DIGIT[b & 0xff];
    }

    private static boolean[] lettersAndDigits() {
        boolean[] table = new boolean[256];
        for (char c = '0'; c <= 'z'; c++) {
            table[c] = c <= '9' || c >= 'a' || c >= 'A' && c <= 'Z';
        }
        return table;
    }
}
