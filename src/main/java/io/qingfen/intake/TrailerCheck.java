package io.qingfen.intake;

import io.qingfen.intake.Tally.Outcome;
import io.qingfen.intake.Tally.RecordKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Holds what a trailer states against what its file holds: counts always, the amount as an exact decimal. */
public final class TrailerCheck {
    private final String fileName;
    private final FileKind kind;
    private final FileTrailer trailer;
    private long batches;
    private long records;
    private long unreadable;
    private final BigDecimal stated;
    private BigDecimal accepted;
    private BigDecimal rejected;
    /** Decimals that all amounts have in common: -1 none seen, -2 different ones or an unknown currency. */
    private int decimals = -1;

    public TrailerCheck(String fileName, FileKind kind, FileTrailer trailer) {
        this.fileName = fileName;
        this.kind = kind;
        this.trailer = trailer;
        this.stated = new BigDecimal(trailer.amount());
        this.accepted = BigDecimal.ZERO.setScale(stated.scale());
        this.rejected = accepted;
    }

    /** Adds what one segment counted of this file; order does not matter. */
    public void add(Tally tally) {
        if (tally.kind() == RecordKind.BATCHES) {
            batches += tally.count();
        } else if (tally.kind() == RecordKind.CAPTURES || tally.kind() == RecordKind.AUTHORIZATIONS) {
            addRecords(tally);
        }
    }

    private void addRecords(Tally tally) {
        records += tally.count();
        unreadable += tally.unreadable();
        BigDecimal amount = BigDecimal.valueOf(tally.amountMinor(), tally.digits());
        if (tally.outcome() == Outcome.ACCEPTED) {
            accepted = accepted.add(amount);
        } else {
            rejected = rejected.add(amount);
        }
        boolean same = decimals == -1 || decimals == tally.digits();
        boolean known = !tally.currency().equals(Tally.UNKNOWN_CURRENCY);
        decimals = same && known ? tally.digits() : -2;
    }

    /** Why the file is refused, each with file, line and both numbers; empty when the trailer holds. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (kind == FileKind.TERMINAL_BATCHES && trailer.batches() != batches) {
            problems.add(where() + "the trailer states " + trailer.batches() + " batches, the file holds " + batches);
        }
        if (trailer.records() != records) {
            String what = kind == FileKind.TERMINAL_BATCHES ? " details" : " authorizations";
            problems.add(where() + "the trailer states " + trailer.records() + what + ", the file holds " + records);
        }
        addAmountProblem(problems);
        return problems;
    }

    private void addAmountProblem(List<String> problems) {
        if (unreadable == 0 ? remainder().signum() != 0 : remainder().signum() < 0) {
            problems.add(where() + "the trailer states amount " + trailer.amount() + ", the file holds "
                    + accepted.add(rejected).toPlainString() + " (accepted " + accepted.toPlainString() + ", rejected "
                    + rejected.toPlainString() + ", " + unreadable + " unreadable)");
        } else if (decimals >= 0 && stated.scale() != decimals) {
            problems.add(where() + "the trailer's amount " + trailer.amount() + " has " + stated.scale()
                    + " decimals, the currency " + decimals);
        }
    }

    private BigDecimal remainder() {
        return stated.subtract(accepted).subtract(rejected);
    }

    /** What the stated amount leaves for records whose amount cannot be read; empty when every amount was read. */
    public String unreadableRemainder() {
        return unreadable == 0
                ? ""
                : remainder().toPlainString() + " of the stated " + trailer.amount() + " belong to " + unreadable
                        + " rejected records whose amount cannot be read";
    }

    private String where() {
        return fileName + ":" + trailer.line() + ": ";
    }
}
