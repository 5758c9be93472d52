package io.qingfen.deposits;

import io.qingfen.calendar.SettlementCycle;
import io.qingfen.money.Currency;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import io.qingfen.reference.DepositOpening;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.MerchantClass;
import io.qingfen.reference.Terminal;
import io.qingfen.review.Case;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The deposit of terminal 00000001 through several nights; each night says what it brings. */
final class Life {
    static final LocalDate MAR_01 = LocalDate.of(2026, 3, 1);
    static final Merchant SHOP = shop("898310000000001");

    private final Policies policies;
    private final LocalDate activatedOn;
    private LocalDate booksFrom = MAR_01;
    private DepositOpening opening;
    private Merchant merchant = SHOP;
    private LocalDate returnedOn;
    private final List<DepositDay> days = new ArrayList<>();

    private Life(Policies policies, LocalDate activatedOn) {
        this.policies = policies;
        this.activatedOn = activatedOn;
    }

    static Life of(Policies policies, LocalDate activatedOn) {
        return new Life(policies, activatedOn);
    }

    static Merchant shop(String id) {
        return new Merchant(
                0,
                id,
                "5812",
                Merchant.Status.ACTIVE,
                MerchantClass.STANDARD,
                "STANDARD",
                SettlementCycle.T1,
                Currency.CNY,
                0,
                false,
                "");
    }

    static Terminal terminal(String id, Merchant merchant, LocalDate activatedOn, String policy, LocalDate returnedOn) {
        return new Terminal(0, id, merchant, "X", activatedOn, policy, Terminal.Status.ACTIVE, returnedOn);
    }

    static TerminalVolume volume(LocalDate date, long minor) {
        return new TerminalVolume(date, Channel.UNIONPAY, CardType.DEBIT, Currency.CNY, minor);
    }

    Life booksFrom(LocalDate date) {
        booksFrom = date;
        return this;
    }

    Life opening(LocalDate asOf, long collectedMinor, long refundedMinor, long countedMinor) {
        opening = new DepositOpening("00000001", asOf, collectedMinor, refundedMinor, countedMinor);
        return this;
    }

    Life returnedOn(LocalDate date) {
        returnedOn = date;
        return this;
    }

    Life movedTo(Merchant other) {
        merchant = other;
        return this;
    }

    /** A night with so much volume today and nothing to withhold. */
    DepositDay night(LocalDate date, long volumeMinor) {
        return night(date, 0, volumeMinor == 0 ? List.of() : List.of(volume(date, volumeMinor)));
    }

    DepositDay nightWithPosition(LocalDate date, long availableMinor, long volumeMinor) {
        return night(date, availableMinor, List.of(volume(date, volumeMinor)));
    }

    DepositDay night(LocalDate date, long availableMinor, List<TerminalVolume> volumes) {
        Terminal terminal =
                terminal("00000001", merchant, activatedOn, policies.made().id(), returnedOn);
        Night night = new Night(date, booksFrom, terminal, volumes, availableMinor);
        DepositDay day = days.isEmpty()
                ? DepositNight.first(DepositTerms.of(terminal, policies.made()), Optional.ofNullable(opening), night)
                : DepositNight.of(last().deposit(), night);
        days.add(day);
        return day;
    }

    DepositDay last() {
        return days.get(days.size() - 1);
    }

    List<DepositDay> days() {
        return days;
    }

    List<DepositEvent> events() {
        return days.stream().flatMap(day -> day.events().stream()).toList();
    }

    List<Case> cases() {
        return days.stream().flatMap(day -> day.cases().stream()).toList();
    }
}
