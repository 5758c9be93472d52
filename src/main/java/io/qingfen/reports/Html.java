package io.qingfen.reports;

import java.util.List;

/** Pieces of a self-contained page; every text is escaped on its way in. */
final class Html {
    private final StringBuilder page = new StringBuilder();

    /** Markup as it is. */
    Html raw(String markup) {
        page.append(markup);
        return this;
    }

    Html text(String text) {
        page.append(escaped(text));
        return this;
    }

    Html element(String tag, String text) {
        return element(tag, "", text);
    }

    /** @param style class of the element, empty without */
    Html element(String tag, String style, String text) {
        page.append('<').append(tag);
        if (!style.isEmpty()) {
            page.append(" class=\"").append(style).append('"');
        }
        page.append('>');
        return text(text).raw("</" + tag + ">");
    }

    /** @param heads column titles; those that begin with {@code #} are over numbers */
    Html table(List<String> heads, List<List<String>> rows) {
        raw("<div class=\"scroll\"><table><thead><tr>");
        for (String head : heads) {
            raw(isNumber(head) ? "<th class=\"n\">" : "<th>")
                    .text(isNumber(head) ? head.substring(1) : head)
                    .raw("</th>");
        }
        raw("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            raw("<tr>");
            for (int i = 0; i < row.size(); i++) {
                element("td", isNumber(heads.get(i)) ? "n" : "", row.get(i));
            }
            raw("</tr>\n");
        }
        return raw("</tbody></table></div>\n");
    }

    private static boolean isNumber(String head) {
        return head.startsWith("#");
    }

    /** Safe inside elements and quoted attributes; direction marks that could turn a line around become visible. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    boolean hidden = Character.getType(c) == Character.FORMAT || Character.isISOControl(c);
                    safe.appendCodePoint(hidden ? '\ufffd' : c);
                }
            }
        });
        return safe.toString();
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
