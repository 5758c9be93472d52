package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import io.qingfen.scheme.Mapping.Filter;
import io.qingfen.scheme.Mapping.Value;
import io.qingfen.scheme.SchemeRecord.Place;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A row of a statement that a mapping describes. */
public final class MappedRow {
    private static final int LONGEST_REF = 64;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_RRN = 12;
    private final Mapping mapping;
    private final UnaryOperator<String> cells;

    private MappedRow(Mapping mapping, UnaryOperator<String> cells) {
        this.mapping = mapping;
        this.cells = cells;
    }

    /**
     * Empty for rows that are left out, and for amounts of 0, which move no money.
     *
     * @param cells the text at a place, without the spaces around it
     * @param sums what the rows come to
     * @throws BadRecord when it cannot be read for sure
     */
    public static Optional<SchemeRecord> read(
            Mapping mapping, UnaryOperator<String> cells, Place place, CardTokens cards, MappedSums sums) {
        MappedRow row = new MappedRow(mapping, cells);
        boolean counts = mapping.filters().stream().allMatch(row::passes);
        sums.row(counts, () -> row.amount(Value.AMOUNT, row.currency()));
        return counts ? row.record(place, cards) : Optional.empty();
    }

    private boolean passes(Filter filter) {
        return filter.words().contains(cells.apply(filter.place())) == filter.kept();
    }

    private Optional<SchemeRecord> record(Place place, CardTokens cards) {
        Currency currency = currency();
        long written = amount(Value.AMOUNT, currency);
        TxnType type = type(written);
        if (written == 0) {
            return Optional.empty();
        }
        String card = text(Value.CARD);
        return Optional.of(new SchemeRecord(
                place,
                type,
                type == TxnType.REVERSAL ? TxnType.SALE : type,
                key(Value.REFERENCE, LONGEST_REF),
                key(Value.OTHER_REFERENCE, LONGEST_REF),
                "",
                key(Value.RRN, LONGEST_RRN),
                key(Value.TERMINAL, LONGEST_NAME),
                key(Value.MERCHANT, LONGEST_NAME),
                signed(type, written),
                cost(currency),
                currency,
                seconds(),
                cards.ofWhole(card),
                CardTokens.masked(card)));
    }

    private TxnType type(long written) {
        if (mapping.plus() != null) {
            return written < 0 ? mapping.minus() : mapping.plus();
        }
        String word = text(Value.TYPE);
        TxnType type = mapping.types().get(word);
        if (type == null) {
            throw new BadRecord("the type " + Decimal.shown(word)
                    + " has no meaning in the format: nobody knows which way its money goes");
        }
        return type;
    }

    private long signed(TxnType type, long written) {
        boolean toUs = type.side() == TxnType.Side.DEBIT && type != TxnType.REVERSAL;
        if (!mapping.signed()) {
            if (written < 0) {
                throw new BadRecord("the amount of a " + type + " is negative, and the format says that its type tells"
                        + " which way it goes");
            }
            return toUs ? written : -written;
        }
        if (written > 0 != toUs) {
            throw new BadRecord("a " + type + " is written with the wrong sign: " + Decimal.shown(text(Value.AMOUNT)));
        }
        return written;
    }

    private Long cost(Currency currency) {
        if (!mapping.has(Value.COST)) {
            return null;
        }
        long written = amount(Value.COST, currency);
        return mapping.costPaidNegative() ? -written : written;
    }

    private long amount(Value value, Currency currency) {
        return Decimal.parse(what(value), text(value), mapping.minorUnits() ? 0 : currency.digits());
    }

    private Currency currency() {
        if (mapping.currency() != null) {
            return mapping.currency();
        }
        String code = text(Value.CURRENCY);
        Currency currency = Currency.find(code);
        if (currency == null) {
            throw new BadRecord("the currency " + Decimal.shown(code) + " is not known");
        }
        return currency;
    }

    private long seconds() {
        try {
            return LocalDateTime.parse(text(Value.TIME), mapping.time()).toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException another) {
            throw new BadRecord("the time " + Decimal.shown(text(Value.TIME)) + " is not written as the format says");
        }
    }

    private String key(Value value, int longest) {
        return Columns.key(text(value), longest);
    }

    private static String what(Value value) {
        return value == Value.AMOUNT ? "the amount" : "the cost";
    }

    /** Put together with a space between; empty when the statement does not have it. */
    private String text(Value value) {
        List<String> places = mapping.places().getOrDefault(value, List.of());
        return places.stream().map(cells).collect(Collectors.joining(" ")).strip();
    }
}
