package io.qingfen.deposits;

import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import io.qingfen.reference.DepositPolicy;
import io.qingfen.reference.DepositPolicy.Collect;
import io.qingfen.reference.DepositPolicy.Kind;
import io.qingfen.reference.DepositPolicy.Monthly;
import io.qingfen.reference.DepositPolicy.OnExpiry;
import io.qingfen.reference.DepositPolicy.OnReturn;
import io.qingfen.reference.DepositPolicy.Stage;
import io.qingfen.reference.DepositPolicy.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Policies for examples, each one a change of another. */
public record Policies(DepositPolicy made) {
    static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

    /** 299.00 prepaid, 3 months: 100.00 back at 500.00, the rest at 1,500.00, then forfeited. */
    public static Policies keypad() {
        return new Policies(new DepositPolicy(
                "KEYPAD-299",
                ALWAYS,
                Kind.REFUNDABLE,
                299_00,
                Collect.PREPAID,
                Optional.of(new Window(3, 0)),
                Set.of(),
                Set.of(),
                Optional.empty(),
                List.of(new Stage(500_00, 100_00), new Stage(1_500_00, 199_00)),
                OnExpiry.FORFEIT,
                Optional.empty()));
    }

    /** 59.00 out of the positions, 30 days: back at 5,000.00. */
    public static Policies esign() {
        return keypad().named("ESIGN-59", Kind.ACTIVATION, 59_00)
                .collect(Collect.FROM_SETTLEMENT)
                .window(new Window(0, 30))
                .stages(new Stage(5_000_00, 59_00));
    }

    /** 598.00, sold. */
    public static Policies sale() {
        return keypad().named("TOUCH-598", Kind.PURCHASE, 598_00).stages();
    }

    /** 120.00 prepaid: back after so many months of 1,000.00 each. */
    public static Policies monthly(int months) {
        DepositPolicy p = keypad().named("MONTHLY-120", Kind.REFUNDABLE, 120_00).stages().made;
        return new Policies(new DepositPolicy(
                        p.id(),
                        p.effectiveFrom(),
                        p.kind(),
                        p.amountMinor(),
                        p.collect(),
                        p.window(),
                        p.channels(),
                        p.cardTypes(),
                        Optional.of(new Monthly(1_000_00, months)),
                        p.stages(),
                        p.onExpiry(),
                        p.onReturn()))
                .window(new Window(months, 0));
    }

    public Policies named(String id, Kind kind, long amountMinor) {
        return new Policies(new DepositPolicy(
                id,
                made.effectiveFrom(),
                kind,
                amountMinor,
                made.collect(),
                made.window(),
                made.channels(),
                made.cardTypes(),
                made.monthly(),
                made.stages(),
                made.onExpiry(),
                made.onReturn()));
    }

    public Policies from(LocalDate effectiveFrom) {
        return new Policies(new DepositPolicy(
                made.id(),
                effectiveFrom,
                made.kind(),
                made.amountMinor(),
                made.collect(),
                made.window(),
                made.channels(),
                made.cardTypes(),
                made.monthly(),
                made.stages(),
                made.onExpiry(),
                made.onReturn()));
    }

    public Policies collect(Collect collect) {
        return with(collect, made.window(), made.stages(), made.onExpiry(), made.onReturn());
    }

    /** Null: without end. */
    public Policies window(Window window) {
        return with(made.collect(), Optional.ofNullable(window), made.stages(), made.onExpiry(), made.onReturn());
    }

    public Policies stages(Stage... stages) {
        return with(made.collect(), made.window(), List.of(stages), made.onExpiry(), made.onReturn());
    }

    public Policies onExpiry(OnExpiry onExpiry) {
        return with(made.collect(), made.window(), made.stages(), onExpiry, made.onReturn());
    }

    public Policies onReturn(OnReturn onReturn) {
        return with(made.collect(), made.window(), made.stages(), made.onExpiry(), Optional.of(onReturn));
    }

    public Policies counts(Set<Channel> channels, Set<CardType> cardTypes) {
        return new Policies(new DepositPolicy(
                made.id(),
                made.effectiveFrom(),
                made.kind(),
                made.amountMinor(),
                made.collect(),
                made.window(),
                channels,
                cardTypes,
                made.monthly(),
                made.stages(),
                made.onExpiry(),
                made.onReturn()));
    }

    private Policies with(
            Collect collect,
            Optional<Window> window,
            List<Stage> stages,
            OnExpiry onExpiry,
            Optional<OnReturn> onReturn) {
        return new Policies(new DepositPolicy(
                made.id(),
                made.effectiveFrom(),
                made.kind(),
                made.amountMinor(),
                collect,
                window,
                made.channels(),
                made.cardTypes(),
                made.monthly(),
                stages,
                onExpiry,
                onReturn));
    }
}
