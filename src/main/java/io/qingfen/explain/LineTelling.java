package io.qingfen.explain;

import io.qingfen.explain.Books.Account;
import io.qingfen.explain.Books.Cleared;
import io.qingfen.explain.Books.DepositEvent;
import io.qingfen.explain.Books.FeeTotal;
import io.qingfen.explain.Books.Total;
import io.qingfen.ledger.Move;
import io.qingfen.money.Money;
import io.qingfen.reference.FeePlan;
import io.qingfen.settlement.DepositMove;
import io.qingfen.settlement.Line;
import io.qingfen.settlement.Lines;
import io.qingfen.settlement.Position;
import io.qingfen.settlement.ReserveHold;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One line of a position and what it is made of; the parts are added up and held against the line. */
final class LineTelling {
    static final Map<String, Set<String>> TYPES = Map.of(
            "SALES", Set.of("SALE", "OFFLINE_SALE", "PREAUTH_COMPLETION"),
            "VOIDS", Set.of("VOID", "COMPLETION_VOID"),
            "REFUNDS", Set.of("REFUND"));

    private final Telling tell;
    private final TransactionTelling transactions;

    LineTelling(Telling tell, TransactionTelling transactions) {
        this.tell = tell;
        this.transactions = transactions;
    }

    /** Nothing when the line has neither amount nor parts. */
    void tell(Position position, Line line, boolean whole) {
        Account account = PositionTelling.account(position);
        List<Total> totals = tell.books().totals(account).stream()
                .filter(total -> total.line().equals(line.name()))
                .toList();
        List<Move> moves = tell.books().moves(account).stream()
                .filter(move -> move.line().equals(line.name()))
                .toList();
        long minor = position.lines().of(line);
        if (minor == 0 && totals.isEmpty() && moves.isEmpty()) {
            return;
        }
        Item head = Item.of("line", line.name()).worth(account.money(minor)).saying(Phrases.line(line));
        long count = totals.stream().mapToLong(Total::count).sum();
        tell.out().begin(count == 0 ? head : head.counted(count));
        long parts = Math.addExact(parts(position, line, totals, whole), moves(moves));
        tell.check("sum of the parts", account.money(parts), account.money(minor));
        tell.out().end();
    }

    /** Tells the parts but the moves. @return their sum */
    private long parts(Position position, Line line, List<Total> totals, boolean whole) {
        Account account = PositionTelling.account(position);
        return switch (line) {
            case SALES, VOIDS, REFUNDS -> cleared(account, line, totals, whole);
            case MERCHANT_FEES -> fees(account);
            case INSTANT_FEE -> instantFee(position);
            case DEPOSIT_WITHHELD, DEPOSIT_REFUND -> deposits(account, line);
            case RESERVE_WITHHELD ->
                tell.books().reserveWithheld(account).map(this::kept).orElse(0L);
            case RESERVE_RELEASED ->
                tell.books().reservesReleased(account).stream()
                        .map(hold -> released(account, hold))
                        .reduce(0L, Math::addExact);
            case CREDITS_WITHHELD -> withheld(account, totals);
            default -> 0;
        };
    }

    private long cleared(Account account, Line line, List<Total> totals, boolean whole) {
        long sum = 0;
        for (Total total : totals) {
            sum = Math.addExact(sum, total.minor());
            tell.out()
                    .leaf(Item.of("channel", total.channel())
                            .counted(total.count())
                            .worth(account.money(total.minor())));
        }
        if (whole) {
            Cleared cleared = new Cleared(account, TYPES.get(line.name()), "");
            transactions.list(cleared);
            tell.check(
                    "sum of the transactions",
                    account.money(tell.books().settledSum(cleared).amountMinor()),
                    account.money(sum));
        }
        return sum;
    }

    private long fees(Account account) {
        long sum = 0;
        for (FeeTotal total : tell.books().feeTotals(account)) {
            sum = Math.addExact(sum, total.feeMinor());
            tell.out()
                    .leaf(Item.of("fee-rule", total.rule())
                            .counted(total.count())
                            .worth(account.money(Math.negateExact(total.feeMinor())))
                            .saying(total.channel() + " " + total.cardType() + ", each transaction by itself")
                            .with("amount", account.money(total.amountMinor()))
                            .with("schemeCost", account.money(total.costMinor())));
        }
        return Math.negateExact(sum);
    }

    private long instantFee(Position position) {
        Account account = PositionTelling.account(position);
        long taken = Math.negateExact(position.lines().of(Line.INSTANT_FEE));
        Optional<FeePlan> plan = Optional.ofNullable(
                        tell.reference(account.date()).merchant(account.merchantId()))
                .flatMap(merchant -> tell.reference(account.date()).plan(merchant.feePlan(), account.date()));
        if (taken == 0 || plan.flatMap(FeePlan::instant).isEmpty()) {
            return 0;
        }
        FeePlan.Instant instant = plan.get().instant().get();
        String arithmetic = FeeText.ofInstant(
                instant.rate(), instantBase(position.lines()), instant.fixedMinor(), taken, account.currency());
        tell.out()
                .leaf(Item.of("fee", "instant")
                        .worth(account.money(Math.negateExact(taken)))
                        .saying(arithmetic)
                        .with("base", "sales, voids, refunds and fees of the day")
                        .with("plan", plan.get().id())
                        .with("effectiveFrom", plan.get().effectiveFrom()));
        return Math.negateExact(taken);
    }

    private static long instantBase(Lines lines) {
        return Math.addExact(
                Math.addExact(lines.of(Line.SALES), lines.of(Line.VOIDS)),
                Math.addExact(lines.of(Line.REFUNDS), lines.of(Line.MERCHANT_FEES)));
    }

    private long deposits(Account account, Line line) {
        long sum = 0;
        for (DepositEvent event : tell.books().depositEvents(account)) {
            DepositMove move = DepositMove.valueOf(event.kind());
            if (move.positionLine().filter(line::equals).isPresent()) {
                sum = Math.addExact(sum, move.signed(event.minor()));
                deposit(account, event);
            }
        }
        return sum;
    }

    void deposit(Account account, DepositEvent event) {
        DepositMove move = DepositMove.valueOf(event.kind());
        Item told = Item.of("deposit", event.terminalId())
                .worth(account.money(move.signed(event.minor())))
                .saying(event.kind() + ": " + event.reason());
        if (event.state().isPresent()) {
            Books.DepositState state = event.state().get();
            told = told.with("policy", state.policy())
                    .with("state", state.state())
                    .with("amount", account.money(state.amountMinor()))
                    .with("held", account.money(state.heldMinor()))
                    .with("countedVolume", account.money(state.countedMinor()))
                    .with(
                            "nextThreshold",
                            state.nextThresholdMinor() == null ? null : account.money(state.nextThresholdMinor()))
                    .with("windowEndsOn", state.windowEndsOn());
        }
        tell.out().leaf(told);
    }

    private long kept(ReserveHold hold) {
        long minor = Math.negateExact(hold.withheldMinor());
        tell.out()
                .leaf(Item.of("reserve", hold.withheldOn().toString())
                        .worth(new Money(minor, hold.currency()))
                        .saying(FeeText.ofReserve(hold))
                        .with("base", "sales less voids and refunds of the day")
                        .with("days", hold.days())
                        .with("releaseOn", hold.releaseOn()));
        return minor;
    }

    long released(Account account, ReserveHold hold) {
        tell.out()
                .leaf(Item.of("reserve", hold.withheldOn().toString())
                        .worth(account.money(hold.withheldMinor()))
                        .saying("withheld on " + Phrases.day(hold.withheldOn()) + ", released " + hold.days()
                                + (hold.days() == 1 ? " calendar day later, on " : " calendar days later, on ")
                                + Phrases.day(hold.releaseOn()))
                        .with("arithmetic", FeeText.ofReserve(hold)));
        return hold.withheldMinor();
    }

    private long withheld(Account account, List<Total> totals) {
        Map<String, Long> byChannel = new TreeMap<>();
        totals.forEach(total -> byChannel.merge(total.channel(), total.minor(), Math::addExact));
        byChannel.forEach(
                (channel, minor) -> tell.out().leaf(Item.of("channel", channel).worth(account.money(minor))));
        tell.books().openItems(account).stream()
                .filter(item -> item.withheld().minor() != 0)
                .forEach(tell::waiting);
        return byChannel.values().stream().reduce(0L, Math::addExact);
    }

    private long moves(List<Move> moves) {
        long sum = 0;
        for (Move move : moves) {
            sum = Math.addExact(sum, move.signedMinor());
            tell.move(move);
        }
        return sum;
    }
}
