package io.qingfen.generator;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.StringJoiner;

/** What a generated date contains, to compare a night's results with. */
public final class Planted {
    private final GenerationOptions options;
    private final LocalDate firstDate;
    private final Tally tally;

    Planted(GenerationOptions options, LocalDate firstDate, Tally tally) {
        this.options = options;
        this.firstDate = firstDate;
        this.tally = tally;
    }

    /** All detail lines of the date's terminal batches. */
    public long captures() {
        return tally.captures.count;
    }

    /** All authorization lines of the date. */
    public long authorizations() {
        return tally.authorizations.count;
    }

    /** Pairs that a night over all dates from the first to this one settles on this date. */
    public long settledPairs() {
        return tally.settledDebits.count + tally.settledCredits.count;
    }

    /** Planted transactions of this kind; batches for the two kinds of batches. */
    public long count(String kind) {
        for (Story story : Story.values()) {
            if (story.key().equals(kind)) {
                return tally.of(story).count;
            }
        }
        throw new IllegalArgumentException("unknown kind: " + kind);
    }

    /**
     * Merchant fees of all pairs in fen, of a mix without faults only, and only while no tier can have history: in the
     * calendar month of the first date.
     */
    public OptionalLong feesMinor() {
        boolean known =
                options.faults().isNone() && options.date().withDayOfMonth(1).equals(firstDate.withDayOfMonth(1));
        return known ? OptionalLong.of(tally.feesMinor) : OptionalLong.empty();
    }

    void write(Path file) throws IOException {
        try (FileSink sink = new FileSink(file)) {
            byte[] bytes = toString().getBytes(StandardCharsets.UTF_8);
            sink.write(bytes, 0, bytes.length);
            sink.finish();
        }
    }

    /** JSON with a stable order of keys; amounts in yuan. */
    @Override
    public String toString() {
        StringJoiner json = new StringJoiner(",\n", "{\n", "\n}\n");
        json.add(pair("date", "\"" + options.date() + "\"")).add(pair("firstDate", "\"" + firstDate + "\""));
        json.add(pair("seed", "" + options.seed())).add(pair("merchants", "" + options.merchants()));
        json.add(pair("transactions", "" + options.transactions())).add(pair("files", "" + options.files()));
        json.add(pair("batches", sum(tally.batches))).add(pair("captures", sum(tally.captures)));
        json.add(pair("authorizations", sum(tally.authorizations)));
        json.add(pair("rejectedCaptures", sum(tally.rejectedCaptures)));
        json.add(pair("rejectedAuthorizations", sum(tally.rejectedAuthorizations)));
        json.add(pair("duplicateBatchCaptures", sum(tally.duplicateBatchCaptures)));
        json.add(pair("settledDebits", sum(tally.settledDebits)));
        json.add(pair("settledCredits", sum(tally.settledCredits)));
        json.add(pair("lateArrivals", sum(tally.lateArrivals)));
        json.add(pair("merchantFees", fees())).add(pair("planted", stories()));
        return json.toString();
    }

    private String fees() {
        return feesMinor().isPresent() ? "\"" + yuan(feesMinor().getAsLong()) + "\"" : "null";
    }

    private String stories() {
        StringJoiner json = new StringJoiner(",\n  ", "{\n  ", "\n }");
        for (Story story : Story.values()) {
            json.add(pair(story.key(), sum(tally.of(story))).trim());
        }
        return json.toString();
    }

    private static String pair(String key, String value) {
        return " \"" + key + "\": " + value;
    }

    private static String sum(Tally.Sum sum) {
        return "{\"count\": " + sum.count + ", \"amount\": \"" + yuan(sum.minor) + "\"}";
    }

    private static String yuan(long minor) {
        return Amounts.format(minor, Currency.CNY);
    }
}
