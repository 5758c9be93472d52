package io.qingfen.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The input of a date: as Qingfen takes it (a home), and flat for the others, one line per transaction with its amount in
 * minor units. Flattening is not timed: the contenders get it for nothing.
 */
record Input(Path home, Path flat) {
    static final String DATE = "2026-03-02";

    private static final Pattern TRUTH = Pattern.compile(
            "\"settledDebits\": \\{\"count\": (\\d+), \"amount\": \"([^\"]+)\".*\"merchantFees\": \"([^\"]+)\"",
            Pattern.DOTALL);

    /** Made once; found again when it is there. */
    static Input of(Options options, int pairs, Path launcher) throws IOException, InterruptedException {
        Path directory = options.work()
                .resolve("input-" + pairs + "-" + options.merchants() + "-" + options.largestMerchant() + "-"
                        + options.largestTerminal());
        Input input = new Input(directory.resolve("home"), directory.resolve("flat"));
        if (!Files.exists(directory.resolve("complete"))) {
            Files.createDirectories(directory);
            List<String> generate = List.of(
                    launcher.toString(),
                    "generate",
                    "--date",
                    DATE,
                    "--merchants",
                    Integer.toString(options.merchants()),
                    "--transactions",
                    Integer.toString(pairs),
                    "--largest-merchant",
                    Integer.toString(options.largestMerchant()),
                    "--largest-terminal",
                    Integer.toString(options.largestTerminal()),
                    "--seed",
                    "1",
                    "--faults",
                    "none",
                    "--home",
                    input.home.toString());
            if (Bench.endingWithThis(new ProcessBuilder(generate).inheritIO().start())
                            .waitFor()
                    != 0) {
                throw new IllegalStateException("the input could not be generated");
            }
            Files.createFile(directory.resolve("complete"));
        }
        if (options.hasOthers() && !Files.exists(directory.resolve("flattened"))) {
            input.flatten();
            Files.createFile(directory.resolve("flattened"));
        }
        return input;
    }

    /** What every contender must come to: counted and priced by the generator while it wrote, by code of its own. */
    Outcome truth() throws IOException {
        Matcher truth = TRUTH.matcher(Files.readString(home.resolve("truth/truth_" + DATE + ".json")));
        if (!truth.find()) {
            throw new IllegalStateException("no sums in the truth file of " + home);
        }
        return new Outcome(
                Long.parseLong(truth.group(1)), Outcome.minor(truth.group(2)), Outcome.minor(truth.group(3)));
    }

    /** A home of its own; the large files are the same on disk. */
    Path freshHome(Path at) throws IOException {
        for (String folder : List.of("reference", "inbox")) {
            Files.createDirectories(at.resolve(folder));
            for (Path file : files(home.resolve(folder))) {
                Path copy = at.resolve(folder).resolve(file.getFileName());
                if (folder.equals("inbox")) {
                    Files.createLink(copy, file);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return at;
    }

    private void flatten() throws IOException {
        Files.createDirectories(flat);
        try (BufferedWriter captures = Files.newBufferedWriter(flat.resolve("captures.csv"));
                BufferedWriter authorizations = Files.newBufferedWriter(flat.resolve("authorizations.csv"));
                BufferedWriter merchants = Files.newBufferedWriter(flat.resolve("merchants.csv"))) {
            captures.write(
                    "merchant_id,terminal_id,batch_no,trace_no,txn_type,card_token,amount,txn_time,rrn,auth_code,"
                            + "entry_mode\n");
            authorizations.write("rrn,merchant_id,terminal_id,batch_no,trace_no,txn_type,channel,card_token,card_type,"
                    + "card_origin,amount,currency,txn_time,response_code,auth_code,scheme_ref\n");
            merchants.write("merchant_id,merchant_class,fee_plan\n");
            for (Path file : files(home.resolve("inbox"))) {
                flatten(file, captures, authorizations);
            }
            for (String line : Files.readAllLines(home.resolve("reference/merchants.csv")).stream()
                    .skip(1)
                    .toList()) {
                String[] field = line.split(",", -1);
                merchants.write(field[0] + "," + field[4] + "," + field[5] + "\n");
            }
        }
    }

    private static void flatten(Path file, BufferedWriter captures, BufferedWriter authorizations) throws IOException {
        String batch = "";
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] field = line.split(",", -1);
                switch (field[0]) {
                    case "B" -> batch = field[1] + "," + field[2] + "," + field[3] + ",";
                    case "D" ->
                        captures.write(batch
                                + String.join(
                                        ",",
                                        field[1],
                                        field[2],
                                        field[3],
                                        Long.toString(Outcome.minor(field[5])),
                                        field[6],
                                        field[7],
                                        field[8],
                                        field[9])
                                + "\n");
                    case "A" ->
                        authorizations.write(String.join(
                                        ",",
                                        field[1],
                                        field[2],
                                        field[3],
                                        field[4],
                                        field[5],
                                        field[6],
                                        field[7],
                                        field[8],
                                        field[10],
                                        field[11],
                                        Long.toString(Outcome.minor(field[12])),
                                        field[13],
                                        field[14],
                                        field[15],
                                        field[16],
                                        field[19])
                                + "\n");
                    default -> {
                        // heading and trailer
                    }
                }
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }
}
