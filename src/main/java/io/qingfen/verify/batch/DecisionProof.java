package io.qingfen.verify.batch;

import io.qingfen.verify.Columns;
import io.qingfen.verify.DecisionReckoning;
import io.qingfen.verify.DecisionReckoning.Decided;
import io.qingfen.verify.DecisionReckoning.Side;
import io.qingfen.verify.DecisionReckoning.Taken;
import io.qingfen.verify.Merge;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import io.qingfen.verify.Verdicts;
import io.qingfen.verify.jdbc.Books;
import io.qingfen.verify.jdbc.DecisionQueries;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every move of a decided case, reckoned anew: accounts, merchant, line, amount, fee and scheme cost. */
final class DecisionProof {
    private static final String NAMES = "move_key merchant_id currency line debit_account credit_account amount_minor";
    private final Books books;
    private final AccountVault vault;
    private final Map<String, Row> reversed = new HashMap<>();
    /** Cases whose fee and cost nobody can reckon any more: the date that judged them has left the books. */
    private final Set<String> unpriced = new HashSet<>();

    DecisionProof(Books books, AccountVault vault) {
        this.books = books;
        this.vault = vault;
    }

    void prove(Proof proof) throws IOException {
        books.all("table decided_item", DecisionQueries.REVERSED).forEach(row -> reversed.put(row.cell(0), row));
        SettledPrices prices = new SettledPrices(books, vault, proof);
        List<Row> expected = new ArrayList<>();
        for (Row row : books.all("table decided_item", DecisionQueries.DECIDED)) {
            for (String[] move : moves(row, prices, proof)) {
                expected.add(new Row("table money_move", move));
            }
        }
        expected.removeIf(this::isUnpriced);
        expected.sort(Comparator.comparing(row -> row.cell(0)));
        Rows booked = books.rows("table money_move", DecisionQueries.MOVES).where(row -> !isUnpriced(row));
        Merge.compare(
                Columns.of(1, NAMES),
                new Merge.Side("table money_move", booked),
                new Merge.Side("what waited and was decided", Rows.of(expected)),
                proof);
    }

    private boolean isUnpriced(Row move) {
        String[] key = move.cell(0).split("\\|", -1);
        return key.length == 3 && unpriced.contains(key[1]) && (key[2].equals("FEE") || key[2].equals("COST"));
    }

    private List<String[]> moves(Row row, SettledPrices prices, Proof proof) throws IOException {
        String[] claim = fields(row, 9, 18);
        String[] answer = fields(row, 10, 21);
        boolean reversal = row.cell(6).equals("REVERSAL");
        Row original = reversed.get(row.cell(0));
        if (!isWhole(row, claim, answer) || reversal && original == null) {
            proof.red("table decided_item [" + row.cell(0) + "]: " + row.cell(1)
                    + " does not fit what waited, table open_item [" + row.cell(11) + "]");
            return List.of();
        }
        String channel = reversal ? text(original.has(1) ? original.cell(1) : original.cell(6)) : row.cell(5);
        Decided decided = new Decided(
                row.cell(0),
                row.cell(1),
                row.cell(4),
                channel,
                reversal,
                row.number(7),
                row.number(8),
                side(claim, 8),
                side(answer, 9),
                "WRITE_OFF".equals(row.cell(12)) ? "expenses:write-off" : "assets:scheme-receivable:UNKNOWN");
        Taken taken = reversal ? left(original, row.number(8)) : taken(row, claim, answer, prices);
        if (taken == null) {
            unpriced.add(row.cell(0));
        }
        return DecisionReckoning.moves(decided, taken == null ? Taken.NOTHING : taken);
    }

    /** A record that waits has its fields; a resolution needs the record that it speaks of. */
    private static boolean isWhole(Row row, String[] claim, String[] answer) {
        boolean credit = claim == null && answer != null && Verdicts.isCredit(answer[9]);
        return switch (row.cell(1)) {
            case "SETTLE_CAPTURED" -> claim != null;
            case "SETTLE_AUTHORIZED", "LINK" -> answer != null;
            case "WRITE_OFF" ->
                claim != null || credit || answer != null && row.cell(6).equals("REVERSAL");
            default -> claim != null || answer != null;
        };
    }

    private static Taken left(Row original, long withheldMinor) {
        if (withheldMinor == 0) {
            return Taken.NOTHING;
        }
        return original.has(1)
                ? new Taken(original.number(2) - original.number(4), original.number(3) - original.number(5))
                : new Taken(original.number(7), original.number(8));
    }

    private static Taken taken(Row row, String[] claim, String[] answer, SettledPrices prices) throws IOException {
        SettledPrices.Item item = item(row, claim, answer);
        LocalDate pricedOn = row.has(3) ? LocalDate.parse(row.cell(3)) : null;
        return item == null ? Taken.NOTHING : prices.of(item, LocalDate.parse(row.cell(2)), pricedOn);
    }

    /** Null when no fee is taken: of credits, and of captures whose scheme is not known. */
    private static SettledPrices.Item item(Row row, String[] claim, String[] answer) {
        String[] paid = fields(row, 13, 18);
        return switch (row.cell(1)) {
            case "SETTLE_CAPTURED" -> answer == null || Verdicts.isCredit(claim[8]) ? null : claimed(claim, answer);
            case "LINK" -> paid == null ? null : claimed(paid, answer);
            case "SETTLE_AUTHORIZED" -> {
                String entryMode = claim == null ? "" : claim[15];
                long minor = Long.parseLong(answer[14]);
                yield Verdicts.isCredit(answer[9])
                        ? null
                        : SettledPrices.Item.of(answer, answer[9], entryMode, answer[4], minor, answer[15]);
            }
            default -> null;
        };
    }

    private static SettledPrices.Item claimed(String[] claim, String[] answer) {
        return SettledPrices.Item.of(answer, claim[8], claim[15], claim[4], Long.parseLong(claim[9]), claim[10]);
    }

    private static Side side(String[] fields, int type) {
        // an authorization has its amount five fields behind its type, a capture one
        int amount = type == 8 ? 9 : 14;
        return fields == null
                ? null
                : new Side(fields[4], fields[type], Long.parseLong(fields[amount]), fields[amount + 1]);
    }

    /** Null when there is none, or none that can be read: that it is what the file says is proved by its own check. */
    private static String[] fields(Row row, int cell, int count) {
        String[] fields = row.has(cell) ? RecordText.fields(row.cell(cell)) : new String[0];
        int amount = count == 18 ? 9 : 14;
        return fields.length == count && fields[amount].matches("[0-9]{1,18}") ? fields : null;
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}
