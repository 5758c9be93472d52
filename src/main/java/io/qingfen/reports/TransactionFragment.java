package io.qingfen.reports;

/**
 * A piece of the transactions of a date: contiguous terminals in the order of the file. The pieces of a date depend on
 * its rows only, never on how many workers write them.
 *
 * @param number from 0, in the order of the file
 * @param firstRow rows of the pieces before it
 * @param rows in this piece
 * @param from first terminal, {@code MERCHANT/TERMINAL}
 * @param to last terminal, inclusive
 * @param inParts whether the date has more rows than one plain file takes
 */
public record TransactionFragment(int number, long firstRow, long rows, String from, String to, boolean inParts) {
    private static final String PLAIN = "t";
    private static final String IN_PARTS = "z";
    private static final int FIELDS = 8;

    /** Everything in a name of at most 80 characters, so that a worker needs nothing else. */
    public String partition() {
        return String.join(
                "/",
                inParts ? IN_PARTS : PLAIN,
                Integer.toString(number),
                Long.toString(firstRow),
                Long.toString(rows),
                from,
                to);
    }

    public static boolean isPartition(String name) {
        return name.startsWith(PLAIN + "/") || name.startsWith(IN_PARTS + "/");
    }

    /** The opposite of {@link #partition()}. */
    public static TransactionFragment of(String partition) {
        String[] fields = partition.split("/", FIELDS);
        return new TransactionFragment(
                Integer.parseInt(fields[1]),
                Long.parseLong(fields[2]),
                Long.parseLong(fields[3]),
                fields[4] + "/" + fields[5],
                fields[6] + "/" + fields[7],
                fields[0].equals(IN_PARTS));
    }

    public String fromMerchant() {
        return from.substring(0, from.indexOf('/'));
    }

    public String fromTerminal() {
        return from.substring(from.indexOf('/') + 1);
    }

    public String toMerchant() {
        return to.substring(0, to.indexOf('/'));
    }

    public String toTerminal() {
        return to.substring(to.indexOf('/') + 1);
    }
}
