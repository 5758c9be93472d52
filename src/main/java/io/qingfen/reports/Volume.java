package io.qingfen.reports;

import io.qingfen.reports.Figures.Items;
import java.util.List;

/** Items summed up: those that go to the merchant, those that go back; fee and cost signed. Minor units. */
record Volume(long sales, long salesMinor, long credits, long creditsMinor, long feeMinor, long costMinor) {
    static final Volume NONE = new Volume(0, 0, 0, 0, 0, 0);

    static Volume of(Items items) {
        return items.debit()
                ? new Volume(items.count(), items.amountMinor(), 0, 0, items.feeMinor(), items.costMinor())
                : new Volume(0, 0, items.count(), items.amountMinor(), items.feeMinor(), items.costMinor());
    }

    Volume plus(Volume other) {
        return new Volume(
                sales + other.sales,
                Math.addExact(salesMinor, other.salesMinor),
                credits + other.credits,
                Math.addExact(creditsMinor, other.creditsMinor),
                Math.addExact(feeMinor, other.feeMinor),
                Math.addExact(costMinor, other.costMinor));
    }

    /** Sales and what went back, each with its number. */
    List<ReportCell> cells(String currency) {
        return List.of(
                new ReportCell.Count(sales),
                new ReportCell.Money(salesMinor, currency, false),
                new ReportCell.Count(credits),
                new ReportCell.Money(creditsMinor, currency, false));
    }

    /** Sales less what went back. */
    long netMinor() {
        return Math.subtractExact(salesMinor, creditsMinor);
    }
}
