package io.qingfen.explain;

import io.qingfen.explain.Books.OpenItem;
import io.qingfen.explain.Books.Transaction;
import io.qingfen.matching.MatchStatus;
import io.qingfen.money.Currency;
import io.qingfen.money.Money;
import io.qingfen.reports.CaseTexts;
import io.qingfen.reports.Explanation;
import io.qingfen.review.CaseQueue;
import java.util.List;

/** One case: what it is about, its records, what waits with it, what became of it. */
final class CaseTelling {
    private final Telling tell;
    private final CaseTexts texts;
    private final RecordPlaces places;

    CaseTelling(Telling tell, CaseTexts texts) {
        this.tell = tell;
        this.texts = texts;
        this.places = new RecordPlaces(tell);
    }

    void tell(CaseQueue.Item found) {
        Money stake = money(found.exposureMinor(), found.currency());
        Item head = head(found);
        tell.out().begin(stake == null || stake.minor() == 0 ? head : head.worth(stake));
        places.tell("capture", found.captureSource());
        places.tell("authorization", found.authorizationSource());
        tell.books().transactions(found.subject()).forEach(this::judged);
        List<OpenItem> waiting = tell.books().openItemsOfCase(found.id());
        waiting.forEach(tell::waiting);
        tell.books()
                .acts(found.id())
                .forEach(act -> tell.out()
                        .leaf(Item.of("act", act.what()).saying(act.detail()).with("actor", act.actor())));
        tell.books().movesOf("CASE|" + found.id() + "|").forEach(tell::move);
        tell.out().leaf(Item.of("next", "what it waits for").saying(next(found, waiting)));
        tell.out().end();
    }

    private Item head(CaseQueue.Item found) {
        Explanation why = texts.of(found.kind().name());
        Item head = Item.of("case", found.id())
                .saying(found.kind() + ": " + why.reason())
                .with("state", found.state().name())
                .with("openedOn", found.openedOn())
                .with("closedOn", found.closedOn())
                .with("resolution", found.resolution())
                .with("suggestedAction", why.suggestedAction())
                .with("about", found.subject());
        return about(head, found);
    }

    private static Item about(Item head, CaseQueue.Item found) {
        return head.with("merchant", found.merchantId())
                .with("terminal", found.terminalId())
                .with("batch", found.batchNo())
                .with("trace", found.traceNo())
                .with("rrn", found.rrn())
                .with("responseCode", found.responseCode())
                .with("captured", money(found.capturedMinor(), found.currency()))
                .with("authorized", money(found.authorizedMinor(), found.currency()));
    }

    private void judged(Transaction item) {
        tell.out()
                .leaf(Item.of("judged", item.account().date().toString())
                        .saying(item.matchStatus() + ", " + item.disposition() + ": "
                                + Phrases.verdict(item.matchStatus()))
                        .with("transaction", item.id()));
    }

    private static Money money(Long minor, String currency) {
        Currency known = Currency.find(currency);
        return minor == null || known == null ? null : new Money(minor, known);
    }

    private static String next(CaseQueue.Item found, List<OpenItem> waiting) {
        if (found.closedOn() != null) {
            return "nothing: closed on " + found.closedOn() + " (" + found.resolution() + ")";
        }
        return waiting.stream()
                .filter(item -> item.removedOn() == null)
                .findFirst()
                .map(item ->
                        counterpart(item) + " on the dates up to " + item.joinsUntil() + ", and a person's decision")
                .orElse(
                        found.kind().atStake()
                                ? "a person's decision"
                                : "a person's look; it closes by age when nobody works on it");
    }

    private static String counterpart(OpenItem item) {
        return switch (item.kind()) {
            case "CAPTURE" -> "its authorization";
            case "AUTHORIZATION" -> "its slip, or a reversal,";
            case "REVERSAL" -> "what it reverses";
            default ->
                MatchStatus.valueOf(item.matchStatus()).isJudgedAgain()
                        ? "the record it points at, or a reversal,"
                        : "a reversal";
        };
    }
}
