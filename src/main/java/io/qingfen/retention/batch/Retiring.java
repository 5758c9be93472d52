package io.qingfen.retention.batch;

import io.qingfen.reference.CurrentReference;
import io.qingfen.reference.Settings;
import io.qingfen.retention.Kind;
import io.qingfen.retention.Retention;
import io.qingfen.retention.jdbc.DatedRows;
import io.qingfen.retention.jdbc.RetiredDates;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.BooksMark;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunLease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Under the lease of the night, so that nothing is booked meanwhile; one transaction for each date that leaves. */
@Component
class Retiring implements Retention {
    private final RetiredDates dates;
    private final DatedRows rows;
    private final BusinessDays days;
    private final RunLease lease;
    private final BooksMark mark;
    private final Audit audit;
    private final Home home;
    private final TransactionTemplate transaction;
    private final CurrentReference reference;

    Retiring(
            RetiredDates dates,
            DatedRows rows,
            BusinessDays days,
            RunLease lease,
            BooksMark mark,
            Audit audit,
            Home home,
            CurrentReference reference,
            PlatformTransactionManager transactions) {
        this.dates = dates;
        this.rows = rows;
        this.days = days;
        this.lease = lease;
        this.mark = mark;
        this.audit = audit;
        this.home = home;
        this.transaction = new TransactionTemplate(transactions);
        this.reference = reference;
    }

    @Override
    public List<Due> due() {
        Settings.Retention kept = reference.settings().retention();
        return Stream.of(Kind.values())
                .map(kind -> stretch(kind, kept).due(kind, kind.keptDays(kept)))
                .toList();
    }

    /**
     * Dates that are old enough, in order.
     *
     * @param blocked why those after them stay
     */
    private record Stretch(List<LocalDate> dates, Optional<String> blocked) {
        Due due(Kind kind, int keptDays) {
            return dates.isEmpty()
                    ? new Due(kind, keptDays, null, null, blocked)
                    : new Due(kind, keptDays, dates.get(0), dates.get(dates.size() - 1), blocked);
        }
    }

    private Stretch stretch(Kind kind, Settings.Retention kept) {
        List<LocalDate> free = new ArrayList<>();
        Optional<LocalDate> newest = days.latestClosed();
        if (newest.isPresent()) {
            for (LocalDate date : dates.closed(kind, kind.last(kept, newest.get()))) {
                Optional<String> blocked = blocked(kind, date);
                if (blocked.isPresent()) {
                    return new Stretch(free, blocked);
                }
                free.add(date);
            }
        }
        return new Stretch(free, Optional.empty());
    }

    private Optional<String> blocked(Kind kind, LocalDate date) {
        Optional<String> hold = dates.holds().stream()
                .filter(one -> one.holds(date))
                .map(one -> date + " is under legal hold " + one.number() + ": " + one.reason())
                .findFirst();
        if (hold.isPresent() || kind == Kind.WORKING) {
            return hold;
        }
        List<String> open = dates.open(date);
        return open.isEmpty() ? dates.keptByOwner(date) : Optional.of(date + ": " + String.join(", ", open));
    }

    @Override
    public List<Retired> retire(Actor who) {
        Optional<LocalDate> newest = days.latestClosed();
        if (newest.isEmpty()) {
            return List.of();
        }
        try (RunLease.Held held = lease.acquire(newest.get())) {
            mark.require();
            List<Retired> before = dates.all();
            for (Retired one : before) {
                moveFiles(one.kind(), one.businessDate());
            }
            Settings.Retention kept = reference.settings().retention();
            for (Kind kind : Kind.values()) {
                for (LocalDate date : stretch(kind, kept).dates()) {
                    retire(kind, date, who, held.token());
                }
            }
            List<Retired> left = new ArrayList<>(dates.all());
            left.removeAll(before);
            return left;
        } catch (IOException failed) {
            throw new UncheckedIOException("retention: " + failed.getMessage(), failed);
        }
    }

    private void retire(Kind kind, LocalDate date, Actor who, long token) throws IOException {
        DateExport export = new DateExport(rows, kind, date, folder(kind, date));
        String sha256 = transaction.execute(status -> written(export));
        transaction.executeWithoutResult(status -> {
            lease.require(token);
            long count = export.requireSameRows();
            audit.record(
                    who,
                    "retention.retire",
                    kind + " " + date,
                    count + " rows, SHA-256 of the list of files " + sha256);
            // from here on nobody else can place a hold; one that was placed meanwhile stops this date
            blocked(kind, date).ifPresent(why -> {
                throw new Refusal(Exit.REFUSED, "retention: " + why + "; dates before it have left");
            });
            dates.add(kind, date, count, sha256, who);
            rows.remove(kind, date);
        });
        moveFiles(kind, date);
    }

    /** After the commit; what a crash leaves is moved by the next start. */
    private void moveFiles(Kind kind, LocalDate date) throws IOException {
        if (kind == Kind.BOOKS) {
            DateFolders.move(home, date, folder(kind, date));
        }
    }

    private static String written(DateExport export) {
        try {
            String sha256 = export.write();
            export.prove();
            return sha256;
        } catch (IOException failed) {
            throw new UncheckedIOException("retention: " + failed.getMessage(), failed);
        }
    }

    @Override
    public List<Retired> retired() {
        return dates.all();
    }

    @Override
    public Path folder(Kind kind, LocalDate businessDate) {
        return home.root()
                .resolve("retired")
                .resolve(kind.name().toLowerCase(Locale.ROOT))
                .resolve(businessDate.toString());
    }
}
