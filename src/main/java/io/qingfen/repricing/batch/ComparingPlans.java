package io.qingfen.repricing.batch;

import io.qingfen.reference.FeePlanFiles;
import io.qingfen.reference.References;
import io.qingfen.repricing.CardOrigins;
import io.qingfen.repricing.Comparison;
import io.qingfen.repricing.DayComparison;
import io.qingfen.repricing.WhatIf;
import io.qingfen.repricing.jdbc.ClearedRows;
import io.qingfen.run.BusinessDay;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Date after date, in one transaction that may only read. */
@Component
class ComparingPlans implements WhatIf {
    private final BusinessDays days;
    private final References references;
    private final FeePlanFiles files;
    private final ClearedRows rows;
    private final Home home;
    private final TransactionTemplate transaction;

    ComparingPlans(
            BusinessDays days,
            References references,
            FeePlanFiles files,
            ClearedRows rows,
            Home home,
            PlatformTransactionManager transactions) {
        this.days = days;
        this.references = references;
        this.files = files;
        this.rows = rows;
        this.home = home;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    @Override
    public Comparison compare(LocalDate from, LocalDate to, Path feePlans, Consumer<DayComparison> each) {
        if (to.isBefore(from)) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, "--to " + to + " is before --from " + from + "; exchange them");
        }
        return transaction.execute(status -> {
            for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
                requireClosed(date);
            }
            Comparison comparison = new Comparison(from, to);
            CardOrigins origins = new ArchivedOrigins(home, rows);
            for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
                DayComparison day = new DatePricing(references, files, rows, origins).of(date, feePlans);
                each.accept(day);
                comparison.add(day);
            }
            return comparison;
        });
    }

    private void requireClosed(LocalDate date) {
        BusinessDay day = days.find(date)
                .orElseThrow(() -> new Refusal(
                        Exit.USAGE_OR_REFERENCE, date + " is not in the books; dates that are: qingfen status"));
        days.requireKept(date);
        if (day.state() != BusinessDay.State.CLOSED) {
            throw new Refusal(
                    Exit.REFUSED,
                    List.of(date
                            + " is not closed yet, so its transactions may still change; look at it: qingfen status"
                            + " --date " + date));
        }
    }
}
