package io.qingfen.verify.batch;

import io.qingfen.verify.DateFacts;
import io.qingfen.verify.DecisionReckoning.Taken;
import io.qingfen.verify.FeeReckoning;
import io.qingfen.verify.Proof;
import io.qingfen.verify.jdbc.Books;
import io.qingfen.verify.jdbc.DecisionQueries;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Fee and cost of what people settled: by the frozen tariffs of the date that judged it, else of a later one. */
final class SettledPrices {
    private final Books books;
    private final AccountVault vault;
    private final Proof proof;
    /** The last two dates that were asked for: large installations have large reference data. */
    private LocalDate judgedOn;

    private FeeReckoning judged;
    private LocalDate laterOn;
    private FeeReckoning later;

    SettledPrices(Books books, AccountVault vault, Proof proof) {
        this.books = books;
        this.vault = vault;
        this.proof = proof;
    }

    /** What a rule reads of it. */
    record Item(String merchantId, Map<String, String> values, long amountMinor, String currency) {

        /** @param answer fields of the authorization that waited */
        static Item of(
                String[] answer, String txnType, String entryMode, String merchant, long minor, String currency) {
            Map<String, String> values = new HashMap<>();
            values.put("channel", answer[10]);
            values.put("cardType", answer[12]);
            values.put("cardOrigin", answer[13]);
            values.put("txnType", txnType);
            values.put("entryMode", entryMode);
            return new Item(merchant, values, minor, currency);
        }
    }

    /** @return null when it cannot be asked, since the reference data left the books with its date */
    Taken of(Item item, LocalDate opened, LocalDate pricedOn) throws IOException {
        if (!opened.equals(judgedOn)) {
            judged = fees(opened);
            judgedOn = opened;
        }
        FeeReckoning.Price price = judged == null ? null : price(judged, item);
        if (price == null && judged != null && pricedOn != null && pricedOn.isAfter(opened)) {
            if (!pricedOn.equals(laterOn)) {
                later = fees(pricedOn);
                laterOn = pricedOn;
            }
            price = later == null ? null : price(later, item);
        }
        if (judged == null) {
            return null;
        }
        return price == null ? Taken.NOTHING : new Taken(price.feeMinor(), price.costMinor());
    }

    private static FeeReckoning.Price price(FeeReckoning fees, Item item) {
        return fees.price(item.merchantId(), item.values(), item.amountMinor(), item.currency());
    }

    private FeeReckoning fees(LocalDate of) throws IOException {
        if (!books.all("table business_day", DecisionQueries.HAS_LEFT, Map.of("of", of))
                .isEmpty()) {
            return null;
        }
        DateFacts facts = new FrozenReference(books, vault, of).read(proof);
        return facts == null ? null : new FeeReckoning(facts, LastMonth.sales(books, facts, of));
    }
}
