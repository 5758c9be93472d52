package io.qingfen.explain;

import io.qingfen.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One node of an explanation.
 *
 * @param kind what it is, for machines: payout, line, transaction, fee, record …; the list stands in docs/EXPLAIN.md
 * @param name an id or a name that is unique among its neighbours
 * @param amount signed as its context says
 * @param note one sentence, empty without
 */
public record Item(
        String kind, String name, OptionalLong count, Optional<Money> amount, String note, List<Fact> facts) {

    public static Item of(String kind, String name) {
        return new Item(kind, name, OptionalLong.empty(), Optional.empty(), "", List.of());
    }

    public Item counted(long items) {
        return new Item(kind, name, OptionalLong.of(items), amount, note, facts);
    }

    public Item worth(Money money) {
        return new Item(kind, name, count, Optional.of(money), note, facts);
    }

    public Item saying(String sentence) {
        return new Item(kind, name, count, amount, sentence, facts);
    }

    /** With one fact more; null and empty text are left out. */
    public Item with(String fact, Object value) {
        if (value == null || value.equals("")) {
            return this;
        }
        List<Fact> more = new ArrayList<>(facts);
        more.add(new Fact(fact, value));
        return new Item(kind, name, count, amount, note, List.copyOf(more));
    }
}
