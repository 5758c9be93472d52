package io.qingfen.run;

/**
 * Something in a file of people that a person must mend.
 *
 * @param line 0 when the file as a whole is meant
 * @param field column or key, empty when the record as a whole is meant
 * @param what what is wrong and what to do about it
 */
public record FileProblem(String file, int line, String field, String what) {

    @Override
    public String toString() {
        String where = line > 0 ? file + ":" + line : file;
        return where + ": " + (field.isEmpty() ? "" : field + " ") + what;
    }

    /** A value as a message may show it: short, on one line, long numbers masked. */
    public static String shown(String value) {
        String text = Masked.numbersIn(value.length() > 60 ? value.substring(0, 60) + "…" : value);
        return "'" + text.replaceAll("\\p{Cntrl}", "?") + "'";
    }

    /** An account number as a message may show it, whatever was typed into its field. */
    public static String maskedAccount(String value) {
        String text = Masked.account(value);
        return (text.length() > 60 ? text.substring(0, 60) + "…" : text).replaceAll("\\p{Cntrl}", "?");
    }

    /** An id as a message may show it: whole, unless it is too long to be one. */
    public static String shownId(String value) {
        return value.matches("[0-9A-Za-z]{1,15}") ? "'" + value + "'" : shown(value);
    }
}
