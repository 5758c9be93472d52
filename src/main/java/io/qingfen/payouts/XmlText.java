package io.qingfen.payouts;

/** XML with one indented element a line, built in memory; texts are escaped. */
final class XmlText {
    private final StringBuilder text = new StringBuilder();
    private int depth;

    XmlText() {
        this(0);
    }

    /** A piece that will stand this deep inside a document. */
    XmlText(int depth) {
        this.depth = depth;
    }

    XmlText raw(String line) {
        text.append(line).append('\n');
        return this;
    }

    XmlText begin(String element) {
        indent().append('<').append(element).append(">\n");
        depth++;
        return this;
    }

    XmlText end(String element) {
        depth--;
        indent().append("</").append(element).append(">\n");
        return this;
    }

    XmlText element(String element, String content) {
        return element(element, "", content);
    }

    /** @param attribute written as it is, with a leading space */
    XmlText element(String element, String attribute, String content) {
        indent().append('<').append(element).append(attribute).append('>');
        escape(content);
        text.append("</").append(element).append(">\n");
        return this;
    }

    private StringBuilder indent() {
        return text.append("  ".repeat(depth));
    }

    private void escape(String content) {
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                default -> text.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
