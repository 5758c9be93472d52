package io.qingfen.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to measure.
 *
 * @param lookupPairs the look-up job takes long; it may be measured on so many pairs and is compared per pair
 * @param largestMerchant percent of all transactions that one merchant takes, 0: as generated
 * @param largestTerminal the same for one terminal
 * @param server JDBC URL of a PostgreSQL server where databases may be created; "" to start one
 */
record Options(
        int pairs,
        int lookupPairs,
        int merchants,
        int largestMerchant,
        int largestTerminal,
        int rounds,
        boolean h2,
        List<String> contenders,
        String server,
        Path work) {
    static final String USAGE = """
            Usage: bench/run [--pairs N] [--database postgresql|h2] [--rounds N] [--contenders LIST] [--merchants N]
                             [--largest-merchant N] [--largest-terminal N] [--lookup-pairs N] [--server URL] [--work DIR]
              --pairs         transactions of the date, each a capture and an authorization (1000000)
              --database      of Qingfen's night (postgresql); with h2 only duckdb and duckdb-file run beside it
              --rounds        each contender runs so often, in turn; medians are printed (3)
              --contenders    of qingfen,sql,chunks,lookup,duckdb,duckdb-file (all)
              --merchants     of the date (pairs / 1000, at least 10)
              --largest-merchant, --largest-terminal
                              one takes so many percent of all transactions, 0 to 90 (as they are drawn)
              --lookup-pairs  how many pairs the look-up job gets (200000, never more than --pairs)
              --server        jdbc:postgresql://HOST/DATABASE?user=…&password=… whose role may create databases and call
                              checkpoint; a database qingfen_bench there is dropped and made anew for each run, nothing
                              else is touched; without it a server is started here, with the settings that are printed
              --work          where input and databases go (bench/target/work); input is kept for the next run""";

    private static final int MOST_PAIRS = 625_000_000;
    private static final Set<String> NAMES = Set.of(
            "--pairs",
            "--lookup-pairs",
            "--merchants",
            "--largest-merchant",
            "--largest-terminal",
            "--rounds",
            "--database",
            "--contenders",
            "--server",
            "--work");

    /** @param from where relative paths begin */
    static Options parse(String[] args, Path from) {
        Map<String, String> given = given(args);
        int pairs = number(given, "--pairs", 1_000_000, 1, MOST_PAIRS);
        boolean h2 = isH2(given.getOrDefault("--database", "postgresql"));
        return new Options(
                pairs,
                Math.min(pairs, number(given, "--lookup-pairs", 200_000, 1, MOST_PAIRS)),
                number(given, "--merchants", Math.max(10, pairs / 1000), 1, 20_000_000),
                number(given, "--largest-merchant", 0, 0, 90),
                number(given, "--largest-terminal", 0, 0, 90),
                number(given, "--rounds", 3, 1, 1000),
                h2,
                chosen(given.get("--contenders"), h2),
                server(given.getOrDefault("--server", ""), h2),
                given.containsKey("--work")
                        ? from.resolve(given.get("--work")).toAbsolutePath().normalize()
                        : Path.of("bench", "target", "work").toAbsolutePath());
    }

    /** Whether anyone needs the flat form of the input; without, it costs neither time nor disk. */
    boolean hasOthers() {
        return !contenders.equals(List.of("qingfen"));
    }

    private static Map<String, String> given(String[] args) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!NAMES.contains(args[i])) {
                throw new IllegalArgumentException("there is no option '" + args[i] + "'");
            }
            if (i + 1 == args.length || args[i + 1].isBlank()) {
                throw new IllegalArgumentException(args[i] + " needs a value");
            }
            if (given.put(args[i], args[i + 1]) != null) {
                throw new IllegalArgumentException(args[i] + " is given twice");
            }
        }
        return given;
    }

    private static int number(Map<String, String> given, String name, int otherwise, int least, int most) {
        String value = given.get(name);
        if (value == null) {
            return otherwise;
        }
        // Longer ones than nine digits are above every limit.
        int number = value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    name + " is a whole number from " + least + " to " + most + ", not '" + value + "'");
        }
        return number;
    }

    private static boolean isH2(String database) {
        if (!database.equals("h2") && !database.equals("postgresql")) {
            throw new IllegalArgumentException("--database is postgresql or h2, not '" + database + "'");
        }
        return database.equals("h2");
    }

    private static String server(String url, boolean h2) {
        if (!url.isEmpty() && h2) {
            throw new IllegalArgumentException("--server is for PostgreSQL; with --database h2 no server runs");
        }
        if (!url.isEmpty() && !Server.isUrl(url)) {
            throw new IllegalArgumentException("--server is jdbc:postgresql://HOST[:PORT]/DATABASE?user=…&password=…");
        }
        return url;
    }

    private static List<String> chosen(String names, boolean h2) {
        List<String> possible = new ArrayList<>(List.of("qingfen", "duckdb", "duckdb-file"));
        if (!h2) {
            possible.addAll(1, List.of("sql", "chunks", "lookup"));
        }
        if (names == null) {
            return possible;
        }
        List<String> named = List.of(names.split(",", -1));
        for (String name : named) {
            if (!possible.contains(name)) {
                throw new IllegalArgumentException("no contender '" + name + "' here; there are " + possible);
            }
        }
        if (new HashSet<>(named).size() < named.size()) {
            throw new IllegalArgumentException("a contender is named twice; --rounds says how often each runs");
        }
        return named;
    }
}
