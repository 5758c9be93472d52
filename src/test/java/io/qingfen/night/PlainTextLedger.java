package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Reads the {@code journal.ledger} of a date and holds it against the trial balance beside it: with a small reader of
 * its own, which knows no more of the notation than Qingfen writes, and with hledger where the machine has it.
 */
final class PlainTextLedger {
    private static final CSVFormat WITH_HEADER =
            CSVFormat.RFC4180.builder().setHeader().get();
    private static final Pattern POSTING = Pattern.compile("    (\\S+)  (-?\\d+(?:\\.\\d+)?) ([A-Z]{3})");
    private static final Pattern HEADING = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\* (\\(\\S+\\) )?\\S.*");

    private PlainTextLedger() {}

    /** Fails unless both readers find every account of the trial balance with its closing balance, and no other. */
    static void requireClosingBalances(Path outboxOfDate) throws IOException {
        Path journal = outboxOfDate.resolve("journal.ledger");
        Map<String, BigDecimal> closing =
                table(Files.readString(outboxOfDate.resolve("trial-balance.csv")), "account", "currency", "closing");
        assertThat(closing).as("%s", outboxOfDate).isNotEmpty();
        assertThat(balances(journal)).as("%s", journal).isEqualTo(closing);
        if (hledgerIsInstalled()) {
            hledger(journal, "check", "--strict");
            String balances =
                    hledger(journal, "balance", "--flat", "-E", "--declared", "-N", "-O", "csv", "--layout=bare");
            assertThat(table(balances, "account", "commodity", "balance"))
                    .as("hledger on %s", journal)
                    .isEqualTo(closing);
        }
    }

    static boolean hledgerIsInstalled() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "hledger")));
    }

    /** Balances by account and currency. Every account is declared before it is used, every entry comes to zero. */
    static Map<String, BigDecimal> balances(Path journal) throws IOException {
        Map<String, BigDecimal> balances = new TreeMap<>();
        Set<String> declared = new HashSet<>();
        Map<String, BigDecimal> entry = new HashMap<>();
        String heading = "";
        for (String line : (Files.readString(journal) + "\n\n").split("\n", -1)) {
            Matcher posting = POSTING.matcher(line);
            if (posting.matches()) {
                assertThat(declared).as("%s, in %s", line, journal).contains(posting.group(1));
                BigDecimal amount = new BigDecimal(posting.group(2));
                balances.merge(posting.group(1) + " " + posting.group(3), amount, BigDecimal::add);
                entry.merge(posting.group(3), amount, BigDecimal::add);
            } else if (line.isEmpty()) {
                assertThat(entry.values())
                        .as("entry %s of %s", heading, journal)
                        .allSatisfy(sum -> assertThat(sum).isZero());
                entry.clear();
            } else if (line.startsWith("account ")) {
                assertThat(declared.add(line.substring(8))).as(line).isTrue();
            } else {
                assertThat(HEADING.matcher(line).matches() || line.startsWith("commodity ") || line.startsWith("; "))
                        .as("%s, in %s", line, journal)
                        .isTrue();
                heading = line;
            }
        }
        balances.replaceAll((account, balance) -> plain(balance));
        return balances;
    }

    private static Map<String, BigDecimal> table(String csv, String account, String currency, String amount)
            throws IOException {
        Map<String, BigDecimal> balances = new TreeMap<>();
        try (CSVParser parser = CSVParser.parse(csv, WITH_HEADER)) {
            parser.forEach(row -> assertThat(balances.put(
                            row.get(account) + " " + row.get(currency), plain(new BigDecimal(row.get(amount)))))
                    .as("second row of %s", row.get(account))
                    .isNull());
        }
        return balances;
    }

    private static BigDecimal plain(BigDecimal amount) {
        return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    /** What hledger says on standard output; fails when it ends with an error. */
    static String hledger(Path journal, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("hledger", "-f", journal.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Path errors = Files.createTempFile("hledger", ".err");
        Process process = builder.redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor())
                    .as("%s: %s", command, Files.readString(errors))
                    .isZero();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            Files.deleteIfExists(errors);
        }
        return output;
    }
}
