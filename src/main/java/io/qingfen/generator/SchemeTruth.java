package io.qingfen.generator;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** What a comparison of a date's files must find: its master controls and every difference. Amounts in minor units. */
final class SchemeTruth {
    private final Map<SchemeFeed, Sums[]> controls = new EnumMap<>(SchemeFeed.class);
    private final List<String> differences = new ArrayList<>();
    private final List<String> disputes = new ArrayList<>();
    private final Fees fees = new Fees();

    SchemeTruth() {
        for (SchemeFeed feed : SchemeFeed.values()) {
            controls.put(feed, new Sums[] {new Sums(), new Sums()});
        }
    }

    /** The lines of one master control, and by how much the scheme's costs differ from its tariff. */
    static final class Sums {
        private long own;
        private long carriedIn;
        private long carriedOut;
        private long disputed;
        private long longs;
        private long shorts;
        private long total;
        private long costDifference;
        private boolean used;

        void own(long minor) {
            used = true;
            own = Math.addExact(own, minor);
        }

        void carriedIn(long minor) {
            used = true;
            carriedIn = Math.addExact(carriedIn, minor);
        }

        void carriedOut(long minor) {
            used = true;
            carriedOut = Math.addExact(carriedOut, minor);
        }

        void paid(long minor) {
            used = true;
            total = Math.addExact(total, minor);
        }

        void disputed(long minor) {
            disputed = Math.addExact(disputed, minor);
            paid(minor);
        }

        void isLong(long minor) {
            longs = Math.addExact(longs, minor);
        }

        void isShort(long minor) {
            shorts = Math.addExact(shorts, minor);
        }

        void costDiffers(long minor) {
            costDifference = Math.addExact(costDifference, minor);
        }
    }

    /** UnionPay's brand fees, fen, + we pay. */
    static final class Fees {
        private final List<String> alone = new ArrayList<>();
        private long told;
        private long joined;
        private long aloneFen;

        void told(long fen) {
            told = Math.addExact(told, fen);
        }

        /** Of a transaction of ours. */
        void joined(long fen) {
            joined = Math.addExact(joined, fen);
        }

        void alone(String outcome, String rrn, long fen) {
            told(fen);
            aloneFen = Math.addExact(aloneFen, fen);
            alone.add("{\"outcome\": \"" + outcome + "\", \"key\": \"" + rrn + "\", " + pair("fee", fen) + "}");
        }

        private String json() {
            return "{" + pair("told", told) + ", " + pair("alone", aloneFen) + ", " + pair("joined", joined)
                    + ", \"differences\": " + list(alone) + "}";
        }
    }

    Fees fees() {
        return fees;
    }

    /** @param inYuan false for dollars */
    Sums of(SchemeFeed feed, boolean inYuan) {
        return controls.get(feed)[inYuan ? 0 : 1];
    }

    /**
     * A difference that the comparison must name.
     *
     * @param outcome as docs/SPEC-schemes.md spells it
     * @param key reference number of a card payment, the scheme's key of a wallet payment
     * @param minor what the scheme pays less what we expected
     */
    void differs(SchemeFeed feed, String outcome, String key, boolean inYuan, long minor) {
        differences.add("{\"source\": \"" + feed.source() + "\", \"outcome\": \"" + outcome + "\", \"key\": \"" + key
                + "\", \"currency\": \"" + currency(inYuan) + "\", \"difference\": \"" + text(minor) + "\"}");
    }

    void disputes(String type, String rrn, long minor, boolean booked) {
        disputes.add("{\"source\": \"" + SchemeFeed.UNIONPAY.source() + "\", \"type\": \"" + type + "\", \"key\": \""
                + rrn + "\", \"amount\": \"" + text(minor) + "\", \"booked\": " + booked + "}");
    }

    /** JSON with a stable order of keys; differences in the order in which they were planted. */
    String json(GenerationOptions options) {
        StringJoiner json = new StringJoiner(",\n ", "{\n ", "\n}\n");
        json.add("\"date\": \"" + options.date() + "\"").add("\"seed\": " + options.seed());
        StringJoiner lines = new StringJoiner(",\n  ", "[\n  ", "\n ]");
        for (Map.Entry<SchemeFeed, Sums[]> control : controls.entrySet()) {
            for (boolean inYuan : new boolean[] {true, false}) {
                Sums sums = of(control.getKey(), inYuan);
                if (sums.used) {
                    lines.add(line(control.getKey(), inYuan, sums));
                }
            }
        }
        json.add("\"controls\": " + lines);
        json.add("\"differences\": " + list(differences)).add("\"disputes\": " + list(disputes));
        json.add("\"brandFees\": " + fees.json());
        return json.toString();
    }

    private static String list(List<String> rows) {
        return rows.isEmpty() ? "[]" : "[\n  " + String.join(",\n  ", rows) + "\n ]";
    }

    private static String line(SchemeFeed feed, boolean inYuan, Sums sums) {
        StringJoiner line = new StringJoiner(", ", "{", "}");
        line.add("\"source\": \"" + feed.source() + "\"").add("\"currency\": \"" + currency(inYuan) + "\"");
        line.add(pair("own", sums.own)).add(pair("carriedIn", sums.carriedIn));
        line.add(pair("carriedOut", sums.carriedOut)).add(pair("disputes", sums.disputed));
        line.add(pair("long", sums.longs)).add(pair("short", sums.shorts)).add(pair("total", sums.total));
        return line.add(pair("costDifference", sums.costDifference)).toString();
    }

    private static String pair(String key, long minor) {
        return "\"" + key + "\": \"" + text(minor) + "\"";
    }

    private static String currency(boolean inYuan) {
        return inYuan ? "CNY" : "USD";
    }

    private static String text(long minor) {
        return Amounts.format(minor, Currency.CNY);
    }
}
