package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.run.CardNumbers;
import io.qingfen.run.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What must hold of a closed date whatever happened while it was settled, asked of the tables and the files only, by
 * queries of its own. Each query finds what breaks its rule. Held after every fault test; that they can find anything is
 * shown by {@link InvariantsTest}.
 */
final class Invariants {
    private static final Pattern PAYOUT_ID = Pattern.compile("\\bP\\d{8}-[0-9A-Za-z-]+");
    private static final Pattern LISTED = Pattern.compile("\"(?:name|file)\"\\s*:\\s*\"([^\"]+)\"");

    /** Rules of the books, by name. The date is the only parameter, as often as it is asked for. */
    static final Map<String, List<String>> RULES = new TreeMap<>();

    static {
        RULES.put("I01 every line of a file is accounted for", List.of("""
            select f.file_name, f.line_count, coalesce(sum(t.item_count), 0) as tallied
              from input_file f left join intake_tally t on t.file_no = f.file_no and t.business_date = f.business_date
             where f.business_date = :date
             group by f.file_name, f.line_count having f.line_count <> coalesce(sum(t.item_count), 0)
            """, """
            select f.file_name, f.stated_records, coalesce(sum(t.item_count), 0) as found
              from input_file f left join intake_tally t on t.file_no = f.file_no and t.business_date = f.business_date
               and t.record_kind in ('CAPTURES', 'AUTHORIZATIONS')
             where f.business_date = :date
             group by f.file_name, f.stated_records having f.stated_records <> coalesce(sum(t.item_count), 0)
            """));
        RULES.put(
                "I02 every boundary of the run adds up, in number and amount",
                List.of(
                        """
            select boundary, currency, item_count, counterpart_count, amount_minor, counterpart_minor from control_total
             where business_date = :date and (closed = false or item_count <> counterpart_count
                or amount_minor <> counterpart_minor)
            """,
                        "select 'no control totals' as problem where not exists (select 1 from control_total"
                                + " where business_date = :date and item_count > 0)"));
        RULES.put("I03 debits are credits, in each entry and in all", List.of("""
            select entry_id, currency from posting where business_date = :date group by entry_id, currency
            having sum(debit_minor) <> sum(credit_minor)
            """, """
            select currency, sum(closing_minor) as open_minor from trial_balance where business_date = :date
             group by currency having sum(closing_minor) <> 0
            """, """
            select account, currency from trial_balance where business_date = :date
               and closing_minor <> opening_minor + debits_minor - credits_minor
            """, """
            select account, currency, sum(minor) as difference from (
              select account, currency, debits_minor - credits_minor as minor from trial_balance
               where business_date = :date
              union all
              select account, currency, credit_minor - debit_minor from posting where business_date = :date) both_sides
             group by account, currency having sum(minor) <> 0
            """));
        RULES.put(
                "I04 one payout for merchant, currency and date, and the bank files hold them all",
                List.of("""
            select merchant_id, currency from payout where business_date = :date group by merchant_id, currency
            having count(*) > 1
            """, """
            select currency, value_date, sum(minor) as difference, sum(n) as payouts from (
              select currency, value_date, amount_minor as minor, 1 as n from payout where business_date = :date
              union all
              select currency, value_date, -amount_minor, -payouts from payout_file
               where business_date = :date and file_name like 'pain001%') both_sides
             group by currency, value_date having sum(minor) <> 0 or sum(n) <> 0
            """, """
            select currency, sum(minor) as difference from (
              select currency, amount_minor as minor from payout where business_date = :date
              union all
              select p.currency, p.debit_minor - p.credit_minor from posting p
                join journal_entry e on e.entry_id = p.entry_id
               where p.business_date = :date and p.account = 'liabilities:payouts-in-transit'
                 and e.entry_key like 'PAYOUT|%') both_sides
             group by currency having sum(minor) <> 0
            """));
        RULES.put("I05 a payout is the sum of its lines", List.of("""
            select merchant_id, currency from position where business_date = :date
               and (net_minor <> sales_minor + voids_minor + refunds_minor + merchant_fees_minor + instant_fee_minor
                    + deposit_withheld_minor + deposit_refund_minor + chargebacks_minor + chargeback_reversals_minor
                    + adjustments_minor + reserve_withheld_minor + reserve_released_minor + payout_returned_minor
                    + credits_withheld_minor + brought_forward_minor
                 or net_minor <> payout_minor + carried_forward_minor or payout_minor < 0)
            """, """
            select p.merchant_id, p.currency, p.payout_minor, o.amount_minor from position p
              left join payout o on o.business_date = p.business_date and o.merchant_id = p.merchant_id
               and o.currency = p.currency
             where p.business_date = :date and p.payout_minor <> coalesce(o.amount_minor, 0)
            """));
        RULES.put(
                "I07 no record, file, entry or case counts twice",
                List.of(
                        """
            select capture_file, capture_line from transactions
             where business_date = :date and capture_file is not null
             group by capture_file, capture_line having count(*) > 1
            """,
                        """
            select authorization_file, authorization_line from transactions
             where business_date = :date and authorization_file is not null
             group by authorization_file, authorization_line having count(*) > 1
            """,
                        "select transaction_id from transactions where business_date = :date group by transaction_id"
                                + " having count(*) > 1",
                        "select entry_key from journal_entry where business_date = :date"
                                + " group by entry_key having count(*) > 1",
                        "select sha256 from input_file group by sha256" + " having count(*) > 1",
                        """
            select opened_on, kind, subject from review_case where opened_on = :date
             group by opened_on, kind, subject having count(*) > 1
            """));
        RULES.put("I08 the fees of transactions are the fees of positions and of the ledger", List.of("""
            select merchant_id, currency, sum(minor) as difference from (
              select merchant_id, currency, fee_minor as minor from transactions
               where business_date = :date and disposition = 'SETTLED'
              union all
              select merchant_id, currency, merchant_fees_minor from position where business_date = :date) both_sides
             group by merchant_id, currency having sum(minor) <> 0
            """, """
            select currency, sum(minor) as difference from (
              select currency, fee_minor as minor from fee_total where business_date = :date
              union all
              select currency, debit_minor - credit_minor from posting
               where business_date = :date and account = 'income:merchant-fees') both_sides
             group by currency having sum(minor) <> 0
            """));
        RULES.put("I09 the chain of the audit has no gap and no fork", List.of("""
            select a.record_no from audit_record a left join audit_record b on b.record_no = a.record_no - 1
             where a.previous_sha256 <> coalesce(b.sha256,
                   '0000000000000000000000000000000000000000000000000000000000000000')
            """, """
            select h.record_no, h.sha256 from audit_head h
              left join audit_record a on a.record_no = h.record_no
             where h.name = 'audit' and (h.record_no <> (select count(*) from audit_record)
                or h.record_no > 0 and (a.sha256 is null or a.sha256 <> h.sha256))
            """));
        RULES.put(
                "I10 one run wrote at a time, and no run holds the lease",
                List.of(
                        """
            select step, partition_name, token from partition_done d where business_date = :date
               and token > (select max(token) from run_lease)
            """,
                        """
            select a.step, a.partition_name from partition_done a join partition_done b
                on b.business_date = a.business_date and b.done_at > a.done_at and b.token < a.token
             where a.business_date = :date
            """,
                        "select holder from run_lease where holder is not null"
                                + " and heartbeat_at > current_timestamp - interval '30' second"));
        RULES.put(
                "I12 a closed date is closed in every part",
                List.of(
                        "select 'not closed' as problem where not exists (select 1 from business_day"
                                + " where business_date = :date and state = 'CLOSED' and closed_at is not null"
                                + " and failure is null)",
                        """
            select s.step from (select 'routeRecords' as step
                union all select 'clearTerminals' union all select 'clearFollowUps' union all select 'settleDeposits'
                union all select 'settleMerchants' union all select 'proveBooks' union all select 'writePayouts'
                union all select 'publishReports' union all select 'closeBusinessDate') s
             where not exists (select 1 from partition_done d
               where d.business_date = :date and d.step = s.step and d.partition_name = '*')
            """,
                        "select payout_id, state from payout where business_date = :date and state <> 'PREPARED'",
                        "select file_name, state from input_file where business_date = :date and state <> 'ROUTED'",
                        "select job_execution_id from batch_job_execution where status in ('STARTING', 'STARTED', 'STOPPING',"
                                + " 'UNKNOWN') and job_execution_id < (select max(job_execution_id) from batch_job_execution)"));
        RULES.put("I14 what is open is what is in suspense", List.of("""
            select account, currency, sum(minor) as difference from (
              select 'liabilities:suspense:' || match_status as account, suspense_currency as currency,
                     suspense_minor as minor
                from open_item where opened_on <= :date and (removed_on is null or removed_on > :date)
              union all
              select 'liabilities:suspense:CREDITS_WITHHELD', suspense_currency, withheld_minor
                from open_item where opened_on <= :date and (removed_on is null or removed_on > :date)
              union all
              select p.account, p.currency, p.credit_minor - p.debit_minor from posting p
                join journal_entry e on e.entry_id = p.entry_id
               where e.entry_key like 'OPENING|%' and p.account like 'liabilities:suspense:%'
              union all
              select account, currency, closing_minor from trial_balance
               where business_date = :date and account like 'liabilities:suspense:%') both_sides
             group by account, currency having sum(minor) <> 0
            """));
        RULES.put("I15 a date opens with what the day before closed with", List.of("""
            select account, currency, sum(minor) as difference from (
              select account, currency, opening_minor as minor from trial_balance where business_date = :date
              union all
              select account, currency, -closing_minor from trial_balance where business_date = :before) both_sides
             group by account, currency having sum(minor) <> 0
            """, """
            select merchant_id, currency, sum(minor) as difference from (
              select merchant_id, currency, brought_forward_minor as minor from position where business_date = :date
              union all
              select merchant_id, currency, -carried_forward_minor from position where business_date = :before) both_sides
             where exists (select 1 from business_day where business_date = :before)
             group by merchant_id, currency having sum(minor) <> 0
            """));
    }

    private Invariants() {}

    /** Fails and names every rule that is broken, with what breaks it. */
    static void hold(Connection books, Path home, LocalDate date) {
        assertThat(broken(books, home, date)).as("of %s", date).isEmpty();
    }

    static List<String> broken(Connection books, Path home, LocalDate date) {
        List<String> broken = new ArrayList<>();
        try {
            for (Map.Entry<String, List<String>> rule : RULES.entrySet()) {
                for (String query : rule.getValue()) {
                    rows(books, query, date).forEach(row -> broken.add(rule.getKey() + ": " + row));
                }
            }
            cardNumbers(books, broken);
            files(books, new Home(home), date, broken);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return broken;
    }

    private static List<String> rows(Connection books, String query, LocalDate date) throws SQLException {
        List<LocalDate> values = new ArrayList<>();
        Matcher named = Pattern.compile(":(date|before)").matcher(query);
        while (named.find()) {
            values.add(named.group(1).equals("date") ? date : date.minusDays(1));
        }
        try (PreparedStatement statement = books.prepareStatement(named.replaceAll("cast(? as date)"))) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return read(statement.executeQuery());
        }
    }

    private static List<String> read(ResultSet result) throws SQLException {
        List<String> rows = new ArrayList<>();
        while (result.next()) {
            StringBuilder row = new StringBuilder();
            for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                row.append(column == 1 ? "" : " ").append(result.getString(column));
            }
            rows.add(row.toString());
        }
        return rows;
    }

    /** Looked for in every text that the books hold; the schemes' references are digits as they like. */
    private static void cardNumbers(Connection books, List<String> broken) throws SQLException {
        try (Statement statement = books.createStatement()) {
            List<String> columns = read(statement.executeQuery("select lower(table_name), lower(column_name) from"
                    + " information_schema.columns where lower(table_schema) = 'public'"
                    + " and lower(data_type) like 'character%' and lower(table_name) not like 'qrtz%'"
                    + " and lower(table_name) not like 'flyway%' and lower(column_name) <> 'scheme_ref'"
                    + " and lower(column_name) not like '%digest%' and lower(column_name) not like '%sha256%'"));
            for (String column : columns) {
                String[] names = column.split(" ");
                List<String> texts = read(statement.executeQuery(
                        "select distinct " + names[1] + " from " + names[0] + " where length(" + names[1] + ") >= 13"));
                texts.stream()
                        .filter(text -> !CardNumbers.masked(text).equals(text))
                        .findFirst()
                        .ifPresent(text -> broken.add("I11 table " + column + " shows " + CardNumbers.masked(text)));
            }
        }
    }

    private static void files(Connection books, Home home, LocalDate date, List<String> broken)
            throws IOException, SQLException {
        Path outbox = home.outbox(date);
        Map<String, Path> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(outbox)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> found.put(outbox.relativize(file).toString(), file));
        }
        Map<String, String> digests = Nightly.outbox(home.root());
        for (Map.Entry<String, Path> file : found.entrySet()) {
            String name = file.getKey();
            String digest = digests.get(date + "/" + name);
            if (name.endsWith(".part")) {
                broken.add("I13 unfinished file " + name);
            }
            if (name.endsWith(".sha256")
                    && !Files.readString(file.getValue())
                            .startsWith(digests.getOrDefault(
                                    date + "/" + name.substring(0, name.length() - ".sha256".length()), "?"))) {
                broken.add("I13 " + name + " is not the digest of its file");
            }
            if (!name.startsWith("payouts/") && hasCardNumber(file.getValue())) {
                broken.add("I11 " + name + " shows a card number");
            }
            assertThat(digest).isNotNull();
        }
        for (String row : rows(books, "select file_name, sha256 from report_file where business_date = :date", date)) {
            String[] listed = row.split(" ");
            if (!listed[1].equals(digests.get(date + "/" + listed[0]))) {
                broken.add("I13 " + listed[0] + " is not as the books know it");
            }
        }
        Matcher listed = LISTED.matcher(Files.readString(outbox.resolve("manifest.json")));
        while (listed.find()) {
            if (!found.containsKey(listed.group(1))) {
                broken.add("I13 the manifest lists " + listed.group(1) + ", which is not there");
            }
        }
        if (Files.exists(home.work(date))) {
            broken.add("I13 the working set is still there");
        }
        payouts(books, outbox.resolve("payouts"), date, broken);
    }

    /** Each format of the bank files holds each payout once. */
    private static void payouts(Connection books, Path directory, LocalDate date, List<String> broken)
            throws IOException, SQLException {
        List<String> paid = rows(books, "select payout_id from payout where business_date = :date", date);
        paid.sort(null);
        Map<String, List<String>> formats = new TreeMap<>();
        try (Stream<Path> files = Files.isDirectory(directory) ? Files.list(directory) : Stream.empty()) {
            for (Path file :
                    files.filter(one -> !one.toString().endsWith(".sha256")).toList()) {
                Matcher id = PAYOUT_ID.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
                List<String> ids = formats.computeIfAbsent(
                        file.getFileName().toString().replaceFirst("_.*", ""), format -> new ArrayList<>());
                while (id.find()) {
                    ids.add(id.group());
                }
            }
        }
        formats.forEach((format, ids) -> {
            ids.sort(null);
            if (!ids.equals(paid)) {
                broken.add("I04 bank files " + format + " hold " + ids.size() + " payouts, the books " + paid.size());
            }
        });
    }

    private static boolean hasCardNumber(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        return !CardNumbers.masked(text).equals(text);
    }
}
