package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import io.qingfen.scheme.PackedEntries.Reader;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Transactions of ours in little room; each is known by its place, and may be marked once. */
final class PackedItems {
    private static final TxnType[] TYPES = TxnType.values();
    private final PackedEntries entries = new PackedEntries();

    /** @return its place */
    int put(OwnItem item) {
        return entries.begin()
                .text(item.transactionId())
                .number(item.businessDate().toEpochDay())
                .number(item.txnType().ordinal())
                .text(item.schemeRef())
                .text(item.rrn())
                .text(item.terminalId())
                .text(item.merchantId())
                .number(item.amountMinor())
                .number(item.costMinor() == null ? 0 : 1)
                .number(item.costMinor() == null ? 0 : item.costMinor())
                .number(item.currency().number())
                .number(item.txnTime())
                .end();
    }

    OwnItem get(int place) {
        return item(entries.read(place));
    }

    void mark(int place) {
        entries.mark(place);
    }

    /** In the order in which they were put. */
    void eachUnmarked(Consumer<OwnItem> each) {
        entries.eachUnmarked(reader -> each.accept(item(reader)));
    }

    private static OwnItem item(Reader reader) {
        String id = reader.text();
        LocalDate date = LocalDate.ofEpochDay(reader.number());
        TxnType type = TYPES[(int) reader.number()];
        String ref = reader.text();
        String rrn = reader.text();
        String terminal = reader.text();
        String merchant = reader.text();
        long minor = reader.number();
        boolean priced = reader.number() == 1;
        long cost = reader.number();
        Currency currency = Currency.ofNumber((int) reader.number());
        Long known = priced ? Long.valueOf(cost) : null;
        return new OwnItem(id, date, type, ref, rrn, terminal, merchant, minor, known, currency, reader.number());
    }
}
