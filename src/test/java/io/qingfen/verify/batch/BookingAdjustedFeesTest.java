package io.qingfen.verify.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.TestDatabase;
import io.qingfen.cli.Typed;
import io.qingfen.run.Audit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fees of a closed date are corrected: proposed, approved by another, booked once by the next night, proved. */
class BookingAdjustedFeesTest {
    private static final LocalDate MON = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUE = MON.plusDays(1);
    private static final LocalDate WED = MON.plusDays(2);
    private static final Pattern ID = Pattern.compile("\\bJ[0-9a-f]{20}\\b");

    @TempDir
    Path folder;

    private Played played;
    private JdbcTemplate jdbc;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void paysTheDifferenceOfYesterdayTonight(TestDatabase database) throws Exception {
        Path root = Played.temporary();
        Played.generated(root, MON, 3, 60, 20260302);
        try (Played open = new Played(root, Played.books(database), List.of(MON))) {
            played = open;
            jdbc = new JdbcTemplate(open.dataSource());
            List<String> merchants = jdbc.queryForList(
                    "select merchant_id from position where business_date = ? and merchant_fees_minor < 0"
                            + " order by merchant_fees_minor, merchant_id",
                    String.class,
                    Date.valueOf(MON));
            String free = merchants.get(0);
            String dear = merchants.get(1);
            long back = fees(free);

            String freed = proposed(root, free, "0%");
            String raised = proposed(root, dear, "5%");
            refusesWhatWouldBeWrong(root, free, freed);
            approved(freed);
            approved(raised);
            says(3, "is APPROVED by li; there is nothing to approve", "approve", freed, "--as", "wang");
            says(0, freed, "list");
            assertThat(moves(TUE)).as("by day nothing is booked").isEmpty();

            open.run(TUE);
            requireBooked(free, back);
            requireBooked(
                    dear,
                    -jdbc.queryForObject(
                            "select sum(other_minor - charged_minor) from adjustment_line where adjustment_id = ?",
                            Long.class,
                            raised));
            assertThat(adjusted(dear)).isNegative();
            requireExplained(free, freed);
            requireProved(database);
            runsAgainOnce();
            says(
                    3,
                    "is APPLIED on " + TUE + "; what is booked stays booked",
                    "withdraw",
                    freed,
                    "--reason",
                    "too late");
            says(3, "are adjusted by " + freed + " already", whatIf(root, free, "0%"));

            open.run(WED);
            assertThat(moves(WED)).as("the night after books nothing more").isEmpty();
            assertThat(open.proved(WED).differences()).isEmpty();
        }
    }

    private long fees(String merchant) {
        return jdbc.queryForObject(
                        "select coalesce(sum(fee_minor), 0) from transactions where business_date = ? and merchant_id = ?"
                                + " and disposition = 'SETTLED'",
                        Long.class,
                        Date.valueOf(MON),
                        merchant)
                - jdbc.queryForObject(
                        "select sum(instant_fee_minor) from position where business_date = ? and merchant_id = ?",
                        Long.class,
                        Date.valueOf(MON),
                        merchant);
    }

    private String proposed(Path root, String merchant, String rate) throws IOException {
        Typed typed = played.typed(whatIf(root, merchant, rate));
        assertThat(typed.exit()).as(typed.said()).isZero();
        assertThat(typed.said())
                .contains("nothing is booked yet", "1 merchant", "the proposal is stored")
                .doesNotContain("nothing was written")
                .contains("Refunds after " + MON + " give back fees as they were charged", MON + " 之后的退货");
        Matcher id = ID.matcher(typed.said());
        assertThat(id.find()).isTrue();
        return id.group();
    }

    private String[] whatIf(Path root, String merchant, String rate) throws IOException {
        String plans = plans(root, rate).toString();
        return new String[] {
            "what-if",
            "--date",
            MON.toString(),
            "--fee-plans",
            plans,
            "--merchant",
            merchant,
            "--propose",
            "--reason",
            "the contract says " + rate,
            "--as",
            "mei"
        };
    }

    private Path plans(Path root, String rate) throws IOException {
        StringBuilder text = new StringBuilder("plans:\n");
        Set<String> ids = new HashSet<>();
        for (String line : Files.readAllLines(root.resolve("reference/fee-plans.yml"))) {
            if (line.matches(" *- id: .*") && ids.add(line.strip())) {
                text.append(line).append("\n    refundFee: PROPORTIONAL\n    rules:\n      - {id: flat, rate: ");
                text.append(rate).append("}\n");
            }
        }
        return Files.writeString(folder.resolve("plans" + rate.charAt(0) + ".yml"), text);
    }

    private void says(int exit, String what, String... arguments) {
        boolean whole = arguments[0].equals("what-if") || arguments[0].equals("rerun");
        String[] all = whole
                ? arguments
                : java.util.stream.Stream.concat(
                                java.util.stream.Stream.of("adjustments"), java.util.Arrays.stream(arguments))
                        .toArray(String[]::new);
        Typed typed = played.typed(all);
        assertThat(typed.exit()).as(typed.said()).isEqualTo(exit);
        assertThat(typed.said()).contains(what);
    }

    private void refusesWhatWouldBeWrong(Path root, String merchant, String id) throws IOException {
        says(3, "fees of " + MON + " in CNY are adjusted by " + id + " already", whatIf(root, merchant, "0%"));
        says(3, "other plans plans0.yml, proposed by mei", whatIf(root, merchant, "5%"));
        says(3, "another person has to approve", "approve", id, "--as", "MEI");
        says(3, "another person has to reject", "reject", id, "--reason", "my own", "--as", "mei");
        says(3, "only its maker mei takes it back", "withdraw", id, "--reason", "not mine", "--as", "li");
        says(
                3,
                "adjustment " + id + " was reckoned from its fees",
                "rerun",
                "--date",
                MON.toString(),
                "--reason",
                "again");
        says(2, "There is no adjustment J0", "approve", "J0", "--as", "li");
    }

    private void approved(String id) {
        Typed typed = played.typed("adjustments", "approve", id, "--as", "li");
        assertThat(typed.exit()).as(typed.said()).isZero();
        assertThat(typed.said())
                .contains("approved: 1 merchant")
                .contains("Refunds after " + MON + " give back fees as they were charged", MON + " 之后的退货");
    }

    private List<String> moves(LocalDate date) {
        return jdbc.queryForList(
                "select move_key from money_move where business_date = ? and move_key like 'ADJUSTMENT|%'",
                String.class, Date.valueOf(date));
    }

    private long adjusted(String merchant) {
        return jdbc.queryForObject(
                "select sum(adjustments_minor) from position where business_date = ? and merchant_id = ?",
                Long.class,
                Date.valueOf(TUE),
                merchant);
    }

    /** The position has it, and what it comes to is more by exactly that. */
    private void requireBooked(String merchant, long minor) throws IOException {
        assertThat(adjusted(merchant)).isEqualTo(minor);
        assertThat(jdbc.queryForObject(
                        "select sum(net_minor - sales_minor - voids_minor - refunds_minor - merchant_fees_minor"
                                + " - instant_fee_minor - deposit_withheld_minor - deposit_refund_minor"
                                + " - reserve_withheld_minor - reserve_released_minor - credits_withheld_minor"
                                + " - payout_returned_minor - brought_forward_minor) from position"
                                + " where business_date = ? and merchant_id = ?",
                        Long.class,
                        Date.valueOf(TUE),
                        merchant))
                .isEqualTo(minor);
        Path statement = played.home().outbox(TUE).resolve("statements").resolve(merchant + ".csv");
        assertThat(Files.readString(statement)).contains("adjustment J", " of " + MON);
    }

    private void requireExplained(String merchant, String id) {
        Typed typed = played.typed("explain", merchant, "--date", TUE.toString());
        assertThat(typed.said())
                .contains("ADJUSTMENTS", "adjustment " + id, "the contract says 0%")
                .containsPattern("proposedBy +mei")
                .containsPattern("approvedBy +li")
                .containsPattern("plans +plans0.yml")
                .contains(MON + " ", " -> flat", "sum of the differences")
                .doesNotContain("DIFFERS");
        String entry = jdbc.queryForObject(
                "select min(entry_id) from journal_entry where entry_key like ?",
                String.class,
                "MOVE|ADJUSTMENT|" + id + "|MERCHANT_FEES|%");
        assertThat(played.typed("explain", entry).said()).contains("adjustment " + id, " -> flat");
    }

    /** Green, and red for every change of every column of what was booked; each database takes its share of them. */
    private void requireProved(TestDatabase database) throws Exception {
        assertThat(played.proved(TUE).differences()).isEmpty();
        try (Connection connection = played.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            TableCorruptions planted = new TableCorruptions(played, connection, TUE, 9);
            planted.plant("adjustment", database.ordinal(), TestDatabase.values().length);
            planted.plant("adjustment_line", database.ordinal(), TestDatabase.values().length);
            connection.rollback();
            assertThat(planted.missed()).isEmpty();
            assertThat(planted.planted()).isGreaterThan(10);
        }
    }

    private void runsAgainOnce() {
        List<String> once = moves(TUE);
        List<String> entries = entries();
        assertThat(once).hasSizeGreaterThanOrEqualTo(2);
        Typed again = played.typed("rerun", "--date", TUE.toString(), "--reason", "to be sure", "--as", "li");
        assertThat(again.exit()).as(again.said()).isZero();
        assertThat(moves(TUE)).containsExactlyInAnyOrderElementsOf(once);
        assertThat(entries()).isEqualTo(entries);
        assertThat(played.proved(TUE).differences()).isEmpty();
        assertThat(jdbc.queryForList("select distinct state || business_date from adjustment", String.class))
                .containsExactly("APPLIED" + TUE);
        assertThat(played.part(Audit.class).problems()).isEmpty();
    }

    private List<String> entries() {
        return jdbc.queryForList(
                "select entry_key from journal_entry where entry_key like '%ADJUSTMENT|%' order by entry_key",
                String.class);
    }
}
