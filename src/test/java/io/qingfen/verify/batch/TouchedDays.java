package io.qingfen.verify.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.cli.Typed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Generated days with every kind of trouble, and everything that people and banks may do with them between the nights. */
final class TouchedDays {
    private static final List<String> RESOLUTIONS =
            List.of("SETTLE_CAPTURED", "SETTLE_AUTHORIZED", "DO_NOT_SETTLE", "REFUND_CARDHOLDER", "WRITE_OFF", "WAIT");
    private final Path root;
    private final List<LocalDate> dates;
    private final Random random;
    private final Map<String, Integer> acts = new TreeMap<>();
    private final List<LocalDate> closed = new ArrayList<>();
    private int resultFiles;

    TouchedDays(Path root, LocalDate first, int days, long seed) {
        this.root = root;
        this.random = new Random(seed);
        this.dates = Played.generated(root, first, days, 80, seed);
        dates.forEach(this::otherReferences);
        forgetOpenings();
    }

    Path root() {
        return root;
    }

    /** How often each thing was done. */
    Map<String, Integer> acts() {
        return acts;
    }

    /** @param proof told what was done last, and which dates are closed */
    void play(Played played, BiConsumer<String, List<LocalDate>> proof) {
        Path first = root.resolve("inbox")
                .resolve("authorizations_" + dates.get(0).toString().replace("-", "") + "_01.csv");
        List<String> again = lines(first);
        for (LocalDate date : dates) {
            int day = dates.indexOf(date);
            if (day == 1) {
                write(first, again);
                done("the same file again");
            }
            Path late = root.resolve("inbox")
                    .resolve("terminal-batches_" + date.toString().replace("-", "") + "_02.csv");
            if (day > 0) {
                move(late, root.resolve(late.getFileName()));
            }
            played.run(date);
            closed.add(date);
            proof.accept("the night", closed);
            if (day > 0 && day % 2 == 1) {
                move(root.resolve(late.getFileName()), late);
                typed(played, "run again", 0, "rerun", "--date", date.toString(), "--reason", "late", "--as", "mei");
                proof.accept("a re-run", closed);
            }
            payouts(played, date, proof);
            decide(played);
            link(played);
            proof.accept("decisions", closed);
            if (day > 0 && day % 2 == 0) {
                move(root.resolve(late.getFileName()), late);
                done("late file");
            }
        }
    }

    private void payouts(Played played, LocalDate date, BiConsumer<String, List<LocalDate>> proof) {
        List<String> ids = ids(
                played,
                "select payout_id from payout where state = 'PREPARED' and business_date = '" + date
                        + "' order by payout_id");
        typed(played, "proposal", 0, "payouts", "propose", "--date", date.toString(), "--as", "mei");
        typed(played, "proposal withdrawn", 0, "payouts", "withdraw", "--date", date.toString(), "--as", "mei");
        proof.accept("a withdrawn proposal", closed);
        typed(played, "payout withdrawn", 0, "payouts", "withdraw", ids.get(0), "--reason", "disputed", "--as", "mei");
        proof.accept("a withdrawn payout", closed);
        if (date.equals(dates.get(1))) {
            return;
        }
        typed(played, "proposal", 0, "payouts", "propose", "--date", date.toString(), "--as", "mei");
        typed(played, "released", 0, "payouts", "approve", "--date", date.toString(), "--as", "jun");
        proof.accept("the release", closed);
        typed(played, "sent", 0, "payouts", "sent", "--date", date.toString(), "--as", "jun");
        results(played, ids.subList(1, ids.size()));
        proof.accept("results of the bank", closed);
    }

    private void results(Played played, List<String> ids) {
        List<String> answers = List.of("PAID", "REJECTED", "RETURNED", "UNKNOWN");
        List<String> lines = new ArrayList<>(List.of("payout_id,status,reason,booked_on"));
        for (String id : ids) {
            String answer = answers.get(random.nextInt(answers.size()));
            lines.add(id + "," + answer + ",AC04,");
            done(answer);
        }
        ids(played, "select payout_id from payout where state = 'UNKNOWN' order by payout_id")
                .forEach(id -> lines.add(id + "," + (random.nextBoolean() ? "PAID" : "REJECTED") + ",,"));
        lines.add("P20260302-999999999999999,PAID,,");
        write(root.resolve("inbox").resolve("payout-results_20260302_1" + (resultFiles++) + ".csv"), lines);
        typed(played, "results", 0, "run", "payout-results", "--as", "jun");
    }

    /** Every second open case, each with a resolution that fits; every fourth proposal waits or is rejected. */
    private void decide(Played played) {
        LocalDate until = closed.get(closed.size() - 1).plusDays(2);
        for (String id : ids(played, "select case_id from review_case where state = 'OPEN' order by case_id")) {
            if (random.nextInt(3) > 0) {
                continue;
            }
            List<String> resolutions = new ArrayList<>(RESOLUTIONS);
            Collections.shuffle(resolutions, random);
            for (String resolution : resolutions) {
                List<String> arguments = new ArrayList<>(
                        List.of("cases", "propose", id, "--resolution", resolution, "--comment", "x", "--as", "mei"));
                if (resolution.equals("WAIT")) {
                    arguments.addAll(List.of("--until", until.toString()));
                }
                if (played.typed(arguments.toArray(String[]::new)).exit() == 0) {
                    int fate = random.nextInt(8);
                    if (fate == 0) {
                        typed(played, "rejected", 0, "cases", "reject", id, "--comment", "no", "--as", "jun");
                    } else if (fate > 1) {
                        typed(played, resolution, 0, "cases", "approve", id, "--as", "jun");
                    }
                    break;
                }
            }
        }
    }

    /** Pairs whose references the host and the terminal wrote differently. */
    private void link(Played played) {
        JdbcTemplate jdbc = new JdbcTemplate(played.dataSource());
        jdbc.queryForList("""
                select c.case_id as claim, min(a.case_id) as answer from open_item c
                  join open_item a on a.merchant_id = c.merchant_id and a.authorized_minor = c.captured_minor
                   and a.kind = 'AUTHORIZATION' and a.match_status = 'ORPHAN_AUTHORIZATION' and a.removed_on is null
                 where c.kind = 'CAPTURE' and c.removed_on is null and c.txn_type = a.txn_type
                   and c.txn_type in ('SALE', 'OFFLINE_SALE') group by c.case_id order by 1
                """).forEach(pair -> {
            String claim = pair.get("claim").toString();
            String answer = pair.get("answer").toString();
            Typed proposed = played.typed(
                    "cases",
                    "propose",
                    claim,
                    "--resolution",
                    "LINK",
                    "--with",
                    answer,
                    "--comment",
                    "x",
                    "--as",
                    "mei");
            if (proposed.exit() == 0) {
                typed(played, "LINK", 0, "cases", "approve", claim, "--as", "jun");
            }
        });
    }

    private void typed(Played played, String what, int exit, String... arguments) {
        Typed done = played.typed(arguments);
        assertThat(done.exit())
                .as("%s\n%s", String.join(" ", arguments), done.said())
                .isEqualTo(exit);
        done(what);
    }

    private void done(String what) {
        acts.merge(what, 1, Integer::sum);
    }

    private static List<String> ids(Played played, String sql) {
        return new JdbcTemplate(played.dataSource()).queryForList(sql, String.class);
    }

    /** Every fifth approved sale of the host gets a reference that no terminal knows. */
    private void otherReferences(LocalDate date) {
        for (String number : List.of("_01", "_02")) {
            Path file = root.resolve("inbox")
                    .resolve("authorizations_" + date.toString().replace("-", "") + number + ".csv");
            List<String> lines = new ArrayList<>();
            int sales = 0;
            for (String line : lines(file)) {
                boolean sale = line.contains(",SALE,") && line.contains(",CNY,") && line.contains(",00,");
                lines.add(sale && sales++ % 5 == 0 ? "A,9" + line.substring(3) : line);
            }
            write(file, lines);
        }
    }

    /** Terminals older than the books, of which nothing is told. */
    private void forgetOpenings() {
        try {
            Files.deleteIfExists(root.resolve("reference").resolve("deposit-openings.csv"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
