package io.qingfen.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/** What somebody who mistyped a word may have meant: names that differ by two letters at most. */
final class Nearly {
    private static final int MOST = 2;

    private Nearly() {}

    /** In byte order; empty when nothing is near. */
    static List<String> meant(CommandLine command, UnmatchedArgumentException unknown) {
        String word = unknown.getUnmatched().get(0);
        boolean option = word.startsWith("-");
        Set<String> names = new TreeSet<>(
                option
                        ? command.getCommandSpec().optionsMap().keySet()
                        : command.getSubcommands().keySet());
        String before = option ? "" : command.getCommandSpec().qualifiedName() + " ";
        return names.stream()
                .filter(name -> Math.min(name.length(), word.length()) > MOST && distance(name, word) <= MOST)
                .map(name -> before + name)
                .toList();
    }

    /** Letters to add, take away or replace. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int at = 0; at <= one.length(); at++) {
            int diagonal = 0;
            for (int to = 0; to <= other.length(); to++) {
                int above = row[to];
                if (at == 0 || to == 0) {
                    row[to] = at + to;
                } else {
                    int replaced = diagonal + (one.charAt(at - 1) == other.charAt(to - 1) ? 0 : 1);
                    row[to] = Math.min(replaced, 1 + Math.min(above, row[to - 1]));
                }
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
