package io.qingfen.explain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of an input file as people may see it: without card token, card number or control characters. */
final class MaskedLine {
    private static final int CAPTURE_TOKEN = 3;
    private static final int AUTHORIZATION_TOKEN = 8;
    private static final String HIDDEN = "****";
    private static final Pattern SOUND_MASK = Pattern.compile("[0-9]{6}\\*+[0-9]{4}");
    /** Thirteen digits and more, perhaps grouped: longer than any reference number of these files. */
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9](?:[ -]?[0-9]){12,}");

    private MaskedLine() {}

    /** The token becomes {@code ****}, a long number keeps its first six and last four digits. */
    static String of(String line) {
        String[] fields = line.split(",", -1);
        switch (fields[0]) {
            case "D" -> hide(fields, CAPTURE_TOKEN);
            case "A" -> hide(fields, AUTHORIZATION_TOKEN);
            default -> {
                // Batch headers name no card.
            }
        }
        return shown(numbersMasked(fields));
    }

    private static void hide(String[] fields, int token) {
        if (fields.length > token && !fields[token].isEmpty()) {
            fields[token] = HIDDEN;
        }
        int masked = token + 1;
        if (fields.length > masked
                && !fields[masked].isEmpty()
                && !SOUND_MASK.matcher(fields[masked]).matches()) {
            fields[masked] = HIDDEN;
        }
    }

    /** Merchant ids are fifteen digits and no secret: their fields stay, whatever else looks like a card does not. */
    private static String numbersMasked(String[] fields) {
        int merchant = fields[0].equals("A") ? 2 : fields[0].equals("B") ? 1 : -1;
        StringBuilder line = new StringBuilder();
        for (int at = 0; at < fields.length; at++) {
            boolean own = at == merchant && fields[at].length() <= 15;
            line.append(at == 0 ? "" : ",").append(own ? fields[at] : numbersMasked(fields[at]));
        }
        return line.toString();
    }

    private static String numbersMasked(String field) {
        return LONG_NUMBER.matcher(field).replaceAll(found -> {
            String number = found.group();
            return Matcher.quoteReplacement(number.substring(0, 6) + HIDDEN + number.substring(number.length() - 4));
        });
    }

    private static String shown(String line) {
        StringBuilder shown = new StringBuilder(line.length());
        line.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }
}
