package io.qingfen.reports;

/** The dictionary of columns for whoever shows it. */
public interface Dictionaries {
    /** @param language {@code en}, anything else is Chinese */
    Dictionary in(String language);
}
