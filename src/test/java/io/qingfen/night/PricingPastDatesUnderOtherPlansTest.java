package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.nightly.Nights;
import io.qingfen.repricing.Comparison;
import io.qingfen.repricing.MerchantLine;
import io.qingfen.repricing.Sum;
import io.qingfen.repricing.WhatIf;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.settlement.Line;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Three generated nights, priced again: by their own plans nothing changes, by others what this test reckons itself. */
@OnBothDatabases
class PricingPastDatesUnderOtherPlansTest {
    private final TestDatabase database;

    @TempDir
    Path folder;

    PricingPastDatesUnderOtherPlansTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void reckonsEveryTransactionAndLeavesTheBooksAlone() throws IOException {
        Path home = Nightly.home();
        try (ConfigurableApplicationContext program = Nightly.open(database, home)) {
            for (LocalDate date = Nightly.FIRST; !date.isAfter(Nightly.LAST); date = date.plusDays(1)) {
                program.getBean(Nights.class).run(date, 2);
            }
            JdbcTemplate jdbc = new JdbcTemplate(program.getBean(javax.sql.DataSource.class));
            Map<String, List<String>> before = books(jdbc);

            requireNoDifferenceUnderItsOwnPlans(program, home);
            requireFlatFees(program, jdbc, home, "PROPORTIONAL");
            requireFlatFees(program, jdbc, home, "KEEP");
            requireSurcharges(program, jdbc, home);
            refusesWhatCannotBePriced(program, home);

            assertThat(books(jdbc)).as("every row of every table").isEqualTo(before);
        }
    }

    private static void requireNoDifferenceUnderItsOwnPlans(ConfigurableApplicationContext program, Path home) {
        Comparison same = compare(program, home.resolve("reference/fee-plans.yml"));
        assertThat(same.kept()).isEmpty();
        assertThat(same.changes())
                .allSatisfy((change, sum) -> assertThat(change.newRule()).isEqualTo(change.oldRule()));
        assertThat(same.merchants())
                .isNotEmpty()
                .allSatisfy((merchant, sum) -> assertThat(sum.differenceMinor())
                        .as(merchant.toString())
                        .isZero());
    }

    /** One per cent of everything: reckoned here with decimals, refund by refund, from the tables. */
    private void requireFlatFees(ConfigurableApplicationContext program, JdbcTemplate jdbc, Path home, String refundFee)
            throws IOException {
        Comparison flat = compare(program, plans(home, refundFee, ""));
        Map<String, long[]> expected = new TreeMap<>();
        jdbc.query(
                "select t.*, o.amount_minor as original_minor,"
                        + " (select coalesce(sum(e.amount_minor), 0) from clearing_effect e where e.kind = 'REFUND'"
                        + " and e.original_id = t.original_id and e.original_date = t.original_date"
                        + " and (e.business_date < t.business_date or e.business_date = t.business_date"
                        + " and exists (select 1 from transactions x where x.business_date = e.business_date"
                        + " and x.transaction_id = e.item_id and (x.capture_file < t.capture_file"
                        + " or x.capture_file = t.capture_file and x.capture_line < t.capture_line)))) as earlier"
                        + " from transactions t left join transactions o on o.business_date = t.original_date"
                        + " and o.transaction_id = t.original_id where t.disposition = 'SETTLED'",
                row -> {
                    long amount = row.getLong("amount_minor");
                    long other = onePercent(amount);
                    if (row.getString("txn_type").contains("VOID")) {
                        other = -onePercent(row.getLong("original_minor"));
                    } else if (row.getString("txn_type").equals("REFUND")) {
                        long original = row.getLong("original_minor");
                        long earlier = row.getLong("earlier");
                        other = refundFee.equals("KEEP")
                                ? 0
                                : share(onePercent(original), earlier, original)
                                        - share(onePercent(original), earlier + amount, original);
                    }
                    long[] sums = expected.computeIfAbsent(
                            row.getString("merchant_id") + row.getString("currency"), none -> new long[3]);
                    sums[0]++;
                    sums[1] += row.getLong("fee_minor");
                    sums[2] += other;
                });
        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(flat.kept()).isEmpty();
        Map<String, long[]> reckoned = new TreeMap<>();
        flat.merchants().forEach((merchant, sum) -> {
            if (merchant.line() == Line.MERCHANT_FEES) {
                reckoned.put(
                        merchant.merchantId() + merchant.currency(),
                        new long[] {sum.items(), sum.chargedMinor(), sum.otherMinor()});
            }
        });
        assertThat(reckoned.keySet()).isEqualTo(expected.keySet());
        expected.forEach((merchant, sums) ->
                assertThat(reckoned.get(merchant)).as(merchant).containsExactly(sums));
        assertThat(flat.changes().keySet())
                .filteredOn(change -> change.line() == Line.MERCHANT_FEES)
                .allSatisfy(change -> assertThat(change.newRule()).isEqualTo("flat"));
    }

    /** Free sales and a surcharge of exactly 1.00: taken from every D0 position that is still paid with it. */
    private void requireSurcharges(ConfigurableApplicationContext program, JdbcTemplate jdbc, Path home)
            throws IOException {
        Comparison other = compare(program, plans(home, "KEEP", "    instant: {fixed: 1.00}\n"));
        long surcharged = other.merchants().entrySet().stream()
                .filter(one -> one.getKey().line() == Line.INSTANT_FEE)
                .mapToLong(one -> one.getValue().otherMinor())
                .sum();
        assertThat(surcharged).isPositive();
        assertThat(surcharged % 100).isZero();
        for (Map.Entry<MerchantLine, Sum> one : other.merchants().entrySet()) {
            if (one.getKey().line() == Line.INSTANT_FEE) {
                assertThat(one.getValue().chargedMinor())
                        .isEqualTo(-jdbc.queryForObject(
                                "select sum(instant_fee_minor) from position where merchant_id = ? and currency = ?",
                                Long.class,
                                one.getKey().merchantId(),
                                one.getKey().currency()));
            }
        }
    }

    private void refusesWhatCannotBePriced(ConfigurableApplicationContext program, Path home) throws IOException {
        Path file = folder.resolve("broken.yml");
        Files.writeString(file, "plans:\n  - id: STANDARD\n    refundFee: SOMETIMES\n    rules: []\n");
        refuses(program, file, Exit.USAGE_OR_REFERENCE, file + ":3: refundFee");
        refuses(program, folder.resolve("nowhere.yml"), Exit.USAGE_OR_REFERENCE, "nowhere.yml: is missing");
        Files.writeString(
                file, "plans:\n  - id: ELSEWHERE\n    refundFee: KEEP\n    rules:\n      - {id: all, rate: 1%}\n");
        refuses(program, file, Exit.USAGE_OR_REFERENCE, "has no version of the plan");
        Path sound = home.resolve("reference/fee-plans.yml");
        assertThatThrownBy(() ->
                        program.getBean(WhatIf.class).compare(Nightly.LAST, Nightly.LAST.plusDays(1), sound, day -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not in the books");
        assertThatThrownBy(() -> program.getBean(WhatIf.class).compare(Nightly.LAST, Nightly.FIRST, sound, day -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is before");
    }

    private static void refuses(ConfigurableApplicationContext program, Path plans, Exit exit, String why) {
        assertThatThrownBy(() -> compare(program, plans))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(exit))
                .hasMessageContaining(why);
    }

    private static Comparison compare(ConfigurableApplicationContext program, Path plans) {
        List<LocalDate> dates = new ArrayList<>();
        Comparison comparison =
                program.getBean(WhatIf.class).compare(Nightly.FIRST, Nightly.LAST, plans, day -> dates.add(day.date()));
        assertThat(dates).containsExactly(Nightly.FIRST, Nightly.FIRST.plusDays(1), Nightly.LAST);
        return comparison;
    }

    /** The ids of the home's own plans, each with one rule for everything. */
    private Path plans(Path home, String refundFee, String more) throws IOException {
        StringBuilder text = new StringBuilder("plans:\n");
        Set<String> ids = new HashSet<>();
        for (String line : Files.readAllLines(home.resolve("reference/fee-plans.yml"))) {
            if (line.matches(" *- id: .*") && ids.add(line.strip())) {
                text.append(line)
                        .append("\n    refundFee: ")
                        .append(refundFee)
                        .append('\n')
                        .append(more);
                text.append("    rules:\n      - {id: flat, rate: 1%}\n");
            }
        }
        return Files.writeString(folder.resolve("flat-" + refundFee + more.length() + ".yml"), text);
    }

    private static long onePercent(long minor) {
        return share(minor, 1, 100);
    }

    private static long share(long whole, long part, long of) {
        return BigDecimal.valueOf(whole)
                .multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(of), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static Map<String, List<String>> books(JdbcTemplate jdbc) {
        Map<String, List<String>> books = new TreeMap<>();
        for (String name : jdbc.queryForList(
                "select table_name from information_schema.tables where table_schema in ('public', 'PUBLIC')"
                        + " and table_type in ('BASE TABLE', 'TABLE')",
                String.class)) {
            books.put(name.toLowerCase(Locale.ROOT), rows(jdbc, name.toLowerCase(Locale.ROOT)));
        }
        assertThat(books).hasSizeGreaterThan(40);
        return books;
    }

    private static List<String> rows(JdbcTemplate jdbc, String table) {
        List<String> rows = new ArrayList<>();
        jdbc.query("select * from " + (table.startsWith("flyway") ? "\"" + table + "\"" : table), row -> {
            List<String> cells = new ArrayList<>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                Object value = row.getObject(column);
                cells.add(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value));
            }
            rows.add(String.join("|", cells));
        });
        rows.sort(null);
        return rows;
    }
}
