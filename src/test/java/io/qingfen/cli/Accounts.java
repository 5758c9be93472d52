package io.qingfen.cli;

import io.qingfen.overview.Flow;
import io.qingfen.overview.Flow.Measured;
import io.qingfen.overview.NightAccount;
import io.qingfen.overview.NightAccount.Cases;
import io.qingfen.overview.NightAccount.Control;
import io.qingfen.overview.NightAccount.Day;
import io.qingfen.overview.NightAccount.Paid;
import io.qingfen.overview.NightAccount.Settled;
import io.qingfen.overview.NightAccount.Sum;
import io.qingfen.review.CaseKind;
import java.time.LocalDate;
import java.util.List;

/** Accounts of nights for tests. */
final class Accounts {
    static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);

    private Accounts() {}

    static NightAccount closed() {
        return with(new Control("records", "captures", 3, 30000, "CNY", 3, 30000, true));
    }

    /** Of a date that stopped while it looked at its files. */
    static NightAccount failed() {
        return new NightAccount(
                new Day(MON_2026_03_02, "FAILED", "the reason"),
                List.of(),
                List.of(),
                List.of(),
                new Flow(List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static NightAccount with(Control control) {
        return new NightAccount(
                new Day(MON_2026_03_02, "CLOSED", ""),
                List.of(new NightAccount.InputFile("terminal-batches_20260302_01.csv", 6, "ROUTED")),
                List.of(new NightAccount.Notice("authorizations_20260303_01.csv", "FUTURE_DATE", "waits")),
                List.of(new NightAccount.Rejects("BAD_VALUE", 1)),
                new Flow(List.of(
                        new Measured("CAPTURES_PRESENT", "CNY", 4, 123456789),
                        new Measured("CAPTURES_ACCEPTED", "CNY", 3, 30000),
                        new Measured("CAPTURES_REJECTED", "CNY", 1, 123426789),
                        new Measured("CAPTURES_SETTLED", "CNY", 3, 30000))),
                List.of(control),
                List.of(new Settled("NEGATIVE", "CNY", 1, -2000, -2000)),
                List.of(new Paid("CNY", LocalDate.of(2026, 3, 3), 2, 27500)),
                List.of(new Sum("REFUNDED", "CNY", 1, 10000)),
                List.of(),
                List.of(new Cases(CaseKind.ORPHAN_CAPTURE, "CNY", 1, 4500)),
                List.of(new NightAccount.Closed("SELF_CLEARED", 2)),
                List.of(new Sum("all accounts", "CNY", 9, 0)));
    }
}
