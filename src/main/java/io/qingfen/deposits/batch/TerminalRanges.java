package io.qingfen.deposits.batch;

import io.qingfen.reference.Terminal;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides the terminals of a snapshot into partitions of whole merchants, the same ones whatever the number of workers.
 * A partition is named by the ordinals of its first and last terminal.
 */
final class TerminalRanges {
    private static final int TERMINALS = 20_000;

    private TerminalRanges() {}

    static List<String> names(List<Terminal> terminals) {
        return names(terminals, TERMINALS);
    }

    /** Ranges of about so many terminals; a merchant with more is a range of its own or the end of one. */
    static List<String> names(List<Terminal> terminals, int size) {
        List<String> names = new ArrayList<>();
        int first = 0;
        for (int next = 1; next <= terminals.size(); next++) {
            boolean full = next - first >= size && startsMerchant(terminals, next);
            if (full || next == terminals.size()) {
                names.add("%08d-%08d".formatted(first, next - 1));
                first = next;
            }
        }
        return names;
    }

    static List<Terminal> terminals(List<Terminal> terminals, String name) {
        int dash = name.indexOf('-');
        return terminals.subList(
                Integer.parseInt(name.substring(0, dash)), Integer.parseInt(name.substring(dash + 1)) + 1);
    }

    private static boolean startsMerchant(List<Terminal> terminals, int index) {
        return index == terminals.size()
                || terminals.get(index).merchant().no()
                        != terminals.get(index - 1).merchant().no();
    }
}
