package io.qingfen.retention.batch;

import io.qingfen.retention.Kind;
import io.qingfen.retention.LegalHolds;
import io.qingfen.retention.Retention.Retired;
import io.qingfen.retention.jdbc.RetiredDates;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.Exit;
import io.qingfen.run.FreeText;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Table legal_hold, with a record in the audit chain for each act. */
@Component
class HoldingForTheLaw implements LegalHolds {
    private final RetiredDates dates;
    private final Audit audit;
    private final TransactionTemplate transaction;

    HoldingForTheLaw(RetiredDates dates, Audit audit, PlatformTransactionManager transactions) {
        this.dates = dates;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public LegalHold place(Actor who, LocalDate from, Optional<LocalDate> to, String reason) {
        String why = FreeText.reason(reason);
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE, "retention hold: --to " + to.get() + " is before --from " + from);
        }
        return transaction.execute(status -> {
            String period = from + to.map(last -> " to " + last).orElse(" on");
            // whoever lets dates leave at this moment comes before or after, never beside
            audit.record(who, "retention.hold", period, why);
            refuseWhenGone(from, to);
            return find(dates.place(from, to.orElse(null), why, who));
        });
    }

    private void refuseWhenGone(LocalDate from, Optional<LocalDate> to) {
        List<LocalDate> gone = dates.all().stream()
                .filter(retired -> retired.kind() == Kind.BOOKS)
                .map(Retired::businessDate)
                .filter(date -> !date.isBefore(from)
                        && to.map(last -> !date.isAfter(last)).orElse(true))
                .toList();
        if (!gone.isEmpty()) {
            throw new Refusal(
                    Exit.REFUSED,
                    "retention hold: the books of " + gone.get(0) + " to " + gone.get(gone.size() - 1)
                            + " have left already; keep their folders under retired/books, and hold the dates after"
                            + " them: --from " + gone.get(gone.size() - 1).plusDays(1));
        }
    }

    @Override
    public LegalHold lift(Actor who, long number, String reason) {
        String why = FreeText.reason(reason);
        return transaction.execute(status -> {
            if (!dates.lift(number, why, who)) {
                throw new Refusal(
                        Exit.REFUSED,
                        "retention lift: hold " + number + " is not there, or is lifted already; look: qingfen"
                                + " retention list");
            }
            audit.record(who, "retention.lift", "legal hold " + number, why);
            return find(number);
        });
    }

    @Override
    public List<LegalHold> list() {
        return dates.holds();
    }

    private LegalHold find(long number) {
        return dates.holds().stream()
                .filter(hold -> hold.number() == number)
                .findFirst()
                .orElseThrow();
    }
}
