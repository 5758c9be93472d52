package io.qingfen.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What stands behind the question mark of a page whose address is its whole state. */
final class Address {
    private Address() {}

    /**
     * The parts that ask for something; empty when none does.
     *
     * @param parts name, value, name, value …; null and empty ask for nothing
     */
    static String query(Object... parts) {
        List<String> query = new ArrayList<>();
        for (int i = 0; i < parts.length; i += 2) {
            String value = parts[i + 1] == null ? "" : parts[i + 1].toString();
            if (!value.isEmpty()) {
                query.add(parts[i] + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return String.join("&", query);
    }

    /** What somebody typed into a field; null is nothing. */
    static String text(String given) {
        return given == null ? "" : given.strip();
    }
}
