package io.qingfen.verify.batch;

import io.qingfen.verify.DateFacts;
import io.qingfen.verify.MerchantFacts;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import io.qingfen.verify.TerminalFacts;
import io.qingfen.verify.WorkingDays;
import io.qingfen.verify.jdbc.Books;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Opens the reference files that were frozen with a date, proves their digests, and reads them. */
final class FrozenReference {
    private static final String PARTS = """
            select file_name, part_no, sha256, content from reference_snapshot
             where business_date = :of order by file_name, part_no
            """;
    private static final List<String> NEEDED = List.of(
            "calendar.yml",
            "deposit-policies.yml",
            "fee-plans.yml",
            "merchants.csv",
            "response-codes.csv",
            "scheme-costs.yml",
            "terminals.csv");
    private final Books books;
    private final AccountVault vault;
    private final LocalDate date;
    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, String> digests = new TreeMap<>();

    FrozenReference(Books books, AccountVault vault, LocalDate date) {
        this.books = books;
        this.vault = vault;
        this.date = date;
    }

    /** SHA-256 over all files, as the date must have recorded it. */
    String sha256() {
        StringBuilder lines = new StringBuilder();
        digests.forEach((name, sha256) -> lines.append(sha256 + "  " + name + "\n"));
        return Digests.of(lines.toString());
    }

    /** The facts of the date, or null when a file cannot be opened or is missing. */
    DateFacts read(Proof proof) throws IOException {
        open(proof);
        for (String name : NEEDED) {
            proof.holds(files.containsKey(name), "reference_snapshot " + date + "|" + name + ": is missing");
        }
        return files.keySet().containsAll(NEEDED) ? facts() : null;
    }

    private void open(Proof proof) throws IOException {
        Map<String, ByteArrayOutputStream> packed = new LinkedHashMap<>();
        Set<String> broken = new HashSet<>();
        Map<String, Integer> next = new HashMap<>();
        Rows parts = books.rows("table reference_snapshot", PARTS, Map.of("of", date));
        for (Row part = parts.next(); part != null; part = parts.next()) {
            String name = part.cell(0);
            String place = "reference_snapshot " + date + "|" + name + "|" + part.cell(1);
            digests.putIfAbsent(name, part.cell(2));
            proof.same(place, "sha256", part.cell(2), digests.get(name));
            proof.same(place, "part_no", part.cell(1), next.merge(name, 1, Integer::sum) - 1);
            byte[] clear = vault.open(
                    "reference data of " + date + ", " + name + ", part " + part.cell(1),
                    part.cell(3).getBytes(StandardCharsets.ISO_8859_1));
            if (clear == null) {
                broken.add(name);
                proof.red(place + " content: does not open with the installation's key; it was changed or moved");
            } else {
                packed.computeIfAbsent(name, file -> new ByteArrayOutputStream())
                        .write(clear);
            }
        }
        packed.keySet().removeAll(broken);
        for (Map.Entry<String, ByteArrayOutputStream> file : packed.entrySet()) {
            unpack(file.getKey(), file.getValue().toByteArray(), proof);
        }
    }

    private void unpack(String name, byte[] packed, Proof proof) {
        String place = "reference_snapshot " + date + "|" + name;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] bytes = in.readAllBytes();
            proof.same(place, "sha256 of content", Digests.of(bytes), digests.get(name));
            String text = new String(bytes, StandardCharsets.UTF_8);
            files.put(name.replace("reference/", ""), text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (IOException damaged) {
            proof.red(place + " content: " + damaged.getMessage());
        }
    }

    private DateFacts facts() throws IOException {
        YamlFacts settings = YamlFacts.read(files.getOrDefault("qingfen.yml", "{}"));
        Map<String, String> flat = new HashMap<>(settings.flat());
        settings.block("acquirer").flat().forEach((key, value) -> flat.put("acquirer." + key, value));
        String home = flat.getOrDefault("currency", "CNY");
        FrozenTariffs tariffs = new FrozenTariffs(home);
        return new DateFacts(
                date,
                merchants(),
                terminals(),
                tariffs.plans(files.get("fee-plans.yml")),
                tariffs.costs(files.get("scheme-costs.yml")),
                tariffs.policies(files.get("deposit-policies.yml")),
                outcomes(),
                calendar(),
                openings(),
                balances(),
                new FrozenAgreements(date).read(table("reserves.csv"), files.get("agents.yml")),
                flat);
    }

    /** The text of an optional file; without it an empty document. */
    String text(String name) {
        return files.getOrDefault(name, "{}");
    }

    List<Map<String, String>> table(String name) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        byte[] bytes = files.getOrDefault(name, "").replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        try (CsvReader reader = new CsvReader(name, new ByteArrayInputStream(bytes))) {
            Row header = reader.next();
            for (Row row = reader.next(); row != null; row = reader.next()) {
                if (row.cells().length == header.cells().length && header.cells().length > 1) {
                    Map<String, String> byName = new HashMap<>();
                    for (int i = 0; i < row.cells().length; i++) {
                        byName.put(header.cell(i), row.cell(i));
                    }
                    rows.add(byName);
                }
            }
        }
        return rows;
    }

    private Map<String, MerchantFacts> merchants() throws IOException {
        Map<String, MerchantFacts> merchants = new TreeMap<>();
        for (Map<String, String> row : table("merchants.csv")) {
            String currency = row.get("currency");
            MerchantFacts merchant = new MerchantFacts(
                    row.get("merchant_id"),
                    row.get("name"),
                    row.get("mcc"),
                    row.get("status"),
                    row.get("merchant_class"),
                    row.get("fee_plan"),
                    row.get("settlement_cycle"),
                    currency,
                    row.get("account_name"),
                    row.get("account_no"),
                    row.get("bank_code"),
                    row.get("bank_name"),
                    YamlFacts.minorOf(row.get("min_payout"), OutputCells.digits(currency)),
                    row.get("payout_hold").equals("Y"),
                    row.get("agent_id"));
            merchants.put(merchant.id(), merchant);
        }
        return merchants;
    }

    private Map<String, TerminalFacts> terminals() throws IOException {
        Map<String, TerminalFacts> terminals = new TreeMap<>();
        for (Map<String, String> row : table("terminals.csv")) {
            String returned = row.get("returned_on");
            terminals.put(
                    row.get("terminal_id"),
                    new TerminalFacts(
                            row.get("terminal_id"),
                            row.get("merchant_id"),
                            LocalDate.parse(row.get("activated_on")),
                            row.get("deposit_policy"),
                            returned.isEmpty() ? null : LocalDate.parse(returned)));
        }
        return terminals;
    }

    private Map<String, String> outcomes() throws IOException {
        Map<String, String> outcomes = new HashMap<>();
        table("response-codes.csv").forEach(row -> outcomes.put(row.get("code"), row.get("outcome")));
        return outcomes;
    }

    private WorkingDays calendar() {
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> work = new HashSet<>();
        YamlFacts years = YamlFacts.read(files.get("calendar.yml")).block("years");
        for (String year : years.keys()) {
            years.block(year).texts("off").forEach(day -> off.add(LocalDate.parse(day)));
            years.block(year).texts("work").forEach(day -> work.add(LocalDate.parse(day)));
        }
        return new WorkingDays(off, work);
    }

    private Map<String, List<String>> openings() throws IOException {
        Map<String, List<String>> openings = new HashMap<>();
        for (Map<String, String> row : table("deposit-openings.csv")) {
            openings.put(
                    row.get("terminal_id"),
                    List.of(row.get("as_of"), row.get("collected"), row.get("refunded"), row.get("counted_volume")));
        }
        return openings;
    }

    private List<Row> balances() throws IOException {
        Map<String, Row> sorted = new TreeMap<>();
        for (Map<String, String> row : table("opening-balances.csv")) {
            long minor = YamlFacts.minorOf(row.get("balance"), OutputCells.digits(row.get("currency")));
            if (minor != 0) {
                sorted.put(
                        row.get("account") + "\u0000" + row.get("currency"),
                        new Row(
                                "frozen opening-balances.csv",
                                new String[] {row.get("account"), row.get("currency"), Long.toString(minor)}));
            }
        }
        return List.copyOf(sorted.values());
    }
}
