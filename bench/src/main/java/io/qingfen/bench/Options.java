package io.qingfen.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
                             [--lookup-pairs N] [--server URL] [--work DIR]
              --pairs         transactions of the date, each a capture and an authorization (1000000)
              --database      of Qingfen's night (postgresql); with h2 only duckdb and duckdb-file run beside it
              --rounds        each contender runs so often, in turn; medians are printed (3)
              --contenders    of qingfen,sql,chunks,lookup,duckdb,duckdb-file (all)
              --merchants     of the date (pairs / 1000)
              --largest-merchant, --largest-terminal
                              one takes so many percent of all transactions, 0 to 90 (as they are drawn)
              --lookup-pairs  how many pairs the look-up job gets (at most 200000)
              --server        jdbc:postgresql://HOST/postgres?user=…&password=… where databases may be created and dropped;
                              without it a server is started here, with the settings that are printed
              --work          where input and databases go (bench/target/work); kept for the next run""";

    static Options parse(String[] args) {
        int pairs = 1_000_000;
        int lookup = 200_000;
        int merchants = 0;
        int largestMerchant = 0;
        int largestTerminal = 0;
        int rounds = 3;
        boolean h2 = false;
        List<String> contenders = List.of();
        String server = "";
        Path work = Path.of("bench", "target", "work");
        for (int i = 0; i < args.length; i += 2) {
            String value = i + 1 < args.length ? args[i + 1] : "";
            switch (args[i]) {
                case "--pairs" -> pairs = Integer.parseInt(value);
                case "--lookup-pairs" -> lookup = Integer.parseInt(value);
                case "--merchants" -> merchants = Integer.parseInt(value);
                case "--largest-merchant" -> largestMerchant = Integer.parseInt(value);
                case "--largest-terminal" -> largestTerminal = Integer.parseInt(value);
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--database" -> h2 = isH2(value);
                case "--contenders" -> contenders = List.of(value.split(","));
                case "--server" -> server = value;
                case "--work" -> work = Path.of(value);
                case "--help" -> throw new IllegalArgumentException("");
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        return new Options(
                pairs,
                Math.min(pairs, lookup),
                merchants > 0 ? merchants : Math.max(10, pairs / 1000),
                largestMerchant,
                largestTerminal,
                rounds,
                h2,
                chosen(contenders, h2),
                server,
                work.toAbsolutePath().normalize());
    }

    /** Whether anyone needs the flat form of the input; without, it costs neither time nor disk. */
    boolean hasOthers() {
        return !contenders.equals(List.of("qingfen"));
    }

    private static boolean isH2(String database) {
        if (!database.equals("h2") && !database.equals("postgresql")) {
            throw new IllegalArgumentException("--database is postgresql or h2, not '" + database + "'");
        }
        return database.equals("h2");
    }

    private static List<String> chosen(List<String> named, boolean h2) {
        List<String> possible = new ArrayList<>(List.of("qingfen", "duckdb", "duckdb-file"));
        if (!h2) {
            possible.addAll(1, List.of("sql", "chunks", "lookup"));
        }
        for (String name : named) {
            if (!possible.contains(name)) {
                throw new IllegalArgumentException("no contender '" + name + "' here; there are " + possible);
            }
        }
        return named.isEmpty() ? possible : named;
    }
}
