package io.qingfen.verify.batch;

import io.qingfen.money.Amounts;
import io.qingfen.run.Home;
import io.qingfen.verify.Columns;
import io.qingfen.verify.DateFacts;
import io.qingfen.verify.MerchantFacts;
import io.qingfen.verify.Merge;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import io.qingfen.verify.jdbc.Books;
import io.qingfen.verify.jdbc.PayoutQueries;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Payouts against the frozen accounts, and every bank file read back against the payouts. */
final class BankFileProof {
    private static final Set<String> STATES =
            Set.of("PREPARED", "RELEASED", "SENT", "PAID", "REJECTED", "RETURNED", "UNKNOWN", "WITHDRAWN");
    private static final int LONGEST_NAME = 140;
    private static final int LONGEST_NAME_OF_BATCH = 60;
    private final Books books;
    private final Path outbox;
    private final Path bankFiles;
    private final AccountVault vault;
    private final DateFacts facts;

    BankFileProof(Books books, Home home, AccountVault vault, DateFacts facts) {
        this.books = books;
        this.outbox = home.outbox(facts.date());
        this.bankFiles = BankFiles.folder(outbox);
        this.vault = vault;
        this.facts = facts;
    }

    void prove(Proof proof) throws IOException {
        Rows payouts = books.rows("table payout", PayoutQueries.PAYOUTS);
        for (Row row = payouts.next(); row != null; row = payouts.next()) {
            payout(row, proof);
        }
        files(proof);
    }

    private void payout(Row row, Proof proof) {
        String who = "table payout [" + row.cell(0) + "]";
        MerchantFacts merchant = facts.merchants().get(row.cell(1));
        if (merchant == null) {
            proof.red(who + " merchant_id: " + row.cell(1) + " is not in the frozen merchants.csv");
            return;
        }
        String home = merchant.currency().equals(row.cell(2)) ? "" : "-" + row.cell(2);
        String id = "P" + facts.date().toString().replace("-", "") + "-" + merchant.id() + home;
        proof.same(who, "payout_id (by date, merchant and currency)", row.cell(0), id);
        proof.same(who, "account_name", row.cell(4), merchant.accountName());
        proof.same(who, "account_masked", row.cell(5), merchant.accountMasked());
        proof.same(who, "bank_code", row.cell(7), merchant.bankCode());
        proof.same(who, "bank_name", row.cell(8), merchant.bankName());
        byte[] clear = vault.open("account of " + row.cell(1), row.cell(6).getBytes(StandardCharsets.ISO_8859_1));
        proof.holds(
                clear != null && merchant.accountNo().equals(new String(clear, StandardCharsets.UTF_8)),
                who + " account_cipher: does not open to the account of the frozen merchants.csv");
        boolean released = Files.isDirectory(outbox.resolve("released"));
        proof.holds(
                STATES.contains(row.cell(10))
                        && (released || Set.of("PREPARED", "WITHDRAWN").contains(row.cell(10))),
                who + " state: is " + row.cell(10) + (released ? "" : ", but nothing of the date was released"));
    }

    private void files(Proof proof) throws IOException {
        Map<String, List<String>> byGroup = new TreeMap<>();
        for (Row row : books.all("table payout_file", PayoutQueries.FILES)) {
            String name = row.cell(0);
            String who = "table payout_file [" + facts.date() + "|" + name + "]";
            Path file = bankFiles.resolve(name);
            if (!Files.isRegularFile(file)) {
                proof.red("payouts/" + name + ": is missing; " + who + " names it");
                continue;
            }
            proof.same(who, "sha256 (by the file)", row.cell(1), Digests.of(file));
            named(row, who, proof);
            totals(row, BankFiles.read(file), who, proof);
            String[] parts = name.split("[_.]");
            String key = parts.length < 4 ? name : parts[0] + "|" + row.cell(5) + "|" + row.cell(4);
            byGroup.computeIfAbsent(key, none -> new ArrayList<>()).add(name);
        }
        groups(byGroup, proof);
        new BankFilesWhole(books, bankFiles, facts).prove(proof);
    }

    private void named(Row row, String who, Proof proof) {
        String label =
                facts.date().toString().replace("-", "") + "_" + row.cell(5).replace("-", "") + "_" + row.cell(4);
        proof.holds(row.cell(0).contains("_" + label), who + ": its name does not say " + label);
    }

    private static void totals(Row row, BankFiles.Content content, String who, Proof proof) {
        boolean minor = row.cell(0).endsWith(".txt");
        int digits = OutputCells.digits(row.cell(4));
        BigInteger sum = BigInteger.ZERO;
        for (Row payout : content.payouts()) {
            String amount = payout.cell(4) == null ? "0" : payout.cell(4);
            boolean number = amount.matches(minor ? "[0-9]{1,18}" : "[0-9]{1,18}(\\.[0-9]{1,4})?");
            long value = !number ? 0 : minor ? Long.parseLong(amount) : minorOf(amount, digits);
            sum = sum.add(BigInteger.valueOf(value));
        }
        String count = Integer.toString(content.payouts().size());
        proof.same(who, "payouts (by the file)", row.cell(2), count);
        proof.same(who, "amount_minor (by the file)", row.cell(3), sum.toString());
        String total = minor ? row.cell(3) : Amounts.format(row.number(3), digits);
        for (int i = 0; i < content.totals().size(); i++) {
            proof.same(
                    row.cell(0),
                    i % 2 == 0 ? "stated count" : "stated sum",
                    content.totals().get(i),
                    i % 2 == 0 ? count : total);
        }
    }

    private static long minorOf(String amount, int digits) {
        try {
            return YamlFacts.minorOf(amount, digits);
        } catch (ArithmeticException moreDecimals) {
            return 0;
        }
    }

    /** Files of a kind, value date and currency together hold every payout once, in order. */
    private void groups(Map<String, List<String>> byGroup, Proof proof) throws IOException {
        Set<String> missing = new TreeSet<>(byGroup.keySet());
        for (Row group : books.all("table payout", PayoutQueries.GROUPS)) {
            for (String kind : List.of("pain001", "payouts", "unionpay-df")) {
                String key = kind + "|" + group.cell(0) + "|" + group.cell(1);
                missing.remove(key);
                group(kind, group, byGroup.getOrDefault(key, List.of()), proof);
            }
        }
        missing.forEach(
                key -> proof.red("table payout_file: names " + byGroup.get(key) + ", but no payout is of " + key));
    }

    private void group(String kind, Row group, List<String> names, Proof proof) throws IOException {
        List<Row> written = new ArrayList<>();
        for (String name : names) {
            Path file = bankFiles.resolve(name);
            written.addAll(BankFiles.read(file).payouts());
        }
        Map<String, Object> of = Map.of("on", java.time.LocalDate.parse(group.cell(0)), "in", group.cell(1));
        Rows stored = books.rows("table payout", PayoutQueries.OF_GROUP, of).as(row -> expected(kind, row));
        String files = names.isEmpty()
                ? "payouts/" + kind + " of " + group.cell(0) + " " + group.cell(1)
                : "payouts/" + String.join(", payouts/", names);
        Merge.compare(
                Columns.of(1, "payout_id account_name account_no bank_code amount currency value_date"),
                new Merge.Side(files, Rows.of(written).as(this::masked)),
                new Merge.Side("table payout", stored),
                proof);
    }

    /** Account numbers are compared by digest, so that no difference ever shows one. */
    private Row masked(Row row) {
        String[] cells = row.cells().clone();
        cells[2] = digest(cells[2]);
        return new Row(row.place(), cells);
    }

    private static String digest(String account) {
        return account == null
                ? null
                : "digest " + Digests.of("account " + account).substring(0, 12);
    }

    private Row expected(String kind, Row row) {
        boolean batch = kind.equals("unionpay-df");
        MerchantFacts merchant = facts.merchants().get(row.cell(1));
        String account = merchant == null ? null : merchant.accountNo();
        String name = batch ? row.cell(4).replace('|', ' ') : row.cell(4);
        name = BankWords.clean(name, batch ? LONGEST_NAME_OF_BATCH : LONGEST_NAME, row.cell(1));
        String amount = batch ? row.cell(3) : Amounts.format(row.number(3), OutputCells.digits(row.cell(2)));
        String shown = kind.equals("payouts") ? BankWords.inTable(name) : name;
        return new Row("table payout", new String[] {
            row.cell(0),
            shown,
            digest(account),
            batch ? null : row.cell(7),
            amount,
            batch ? BankWords.numeric(row.cell(2)) : row.cell(2),
            batch ? null : row.cell(9)
        });
    }
}
