package io.qingfen.nightly;

import io.qingfen.intake.ArchivedInputs;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.BooksMark;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.CompleteFile;
import io.qingfen.run.Exit;
import io.qingfen.run.FreeText;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunLease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Books that were restored from an older backup than the files beside them, and nothing newer is to be had: the dates
 * that they lack are settled again, from the archived inputs. Bank files that have left stay in {@code released/} as the
 * measure of what may be approved: the same bytes are taken for released, and no others leave.
 */
@Component
public final class RestoredBooks {
    private final BooksMark mark;
    private final RunLease lease;
    private final BusinessDays days;
    private final ArchivedInputs inputs;
    private final Audit audit;
    private final Home home;
    private final TransactionTemplate transaction;

    RestoredBooks(
            BooksMark mark,
            RunLease lease,
            BusinessDays days,
            ArchivedInputs inputs,
            Audit audit,
            Home home,
            PlatformTransactionManager transactions) {
        this.mark = mark;
        this.lease = lease;
        this.days = days;
        this.inputs = inputs;
        this.audit = audit;
        this.home = home;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Accepts the books as they are. Done again after a crash it does the rest.
     *
     * @return the dates to settle again, in order; empty when only acts of people and banks are missing
     * @throws Refusal REFUSED when the books are not behind what has left, or both persons are one; LEASE_HELD while
     *     something runs
     */
    public List<LocalDate> accept(Actor who, Actor second, String reason) {
        List<LocalDate> missing = look(who, second, reason);
        String lack = mark.behind().orElseThrow();
        try (RunLease.Held held = lease.acquire(mark.closed().orElseThrow())) {
            for (LocalDate date : missing) {
                setAside(date);
            }
            transaction.executeWithoutResult(status -> {
                lease.require(held.token());
                audit.record(who, "books.restored", "books", lack + "; accepted with " + second.name() + ": " + reason);
            });
            forget();
        } catch (IOException failed) {
            throw new UncheckedIOException("recover: " + failed.getMessage(), failed);
        }
        return missing;
    }

    /** What {@link #accept} would do now, and its refusals; changes nothing. */
    public List<LocalDate> look(Actor who, Actor second, String reason) {
        if (who.isSamePersonAs(second)) {
            throw new Refusal(
                    Exit.REFUSED,
                    "recover: " + who + " cannot be the second person too; another person confirms with --second USER");
        }
        FreeText.reason(reason);
        if (mark.behind().isEmpty()) {
            throw new Refusal(
                    Exit.REFUSED,
                    "recover: these books have all that has left this home; there is nothing to accept. Look:"
                            + " qingfen status");
        }
        return missing();
    }

    /** Books without any closed date have no position: then there is no mark. */
    private void forget() throws IOException {
        if (days.latestClosed().isPresent()) {
            mark.accept();
        } else {
            Files.deleteIfExists(home.root().resolve(BooksMark.FILE));
        }
    }

    /** Also a date that the books have, but not closed. */
    private List<LocalDate> missing() {
        LocalDate last = mark.closed().orElseThrow();
        LocalDate first = days.latestClosed().map(closed -> closed.plusDays(1)).orElseGet(() -> earliest(last));
        return first.isAfter(last)
                ? List.of()
                : first.datesUntil(last.plusDays(1)).toList();
    }

    private LocalDate earliest(LocalDate last) {
        LocalDate first = last;
        while (Files.isDirectory(home.archive(first.minusDays(1)))) {
            first = first.minusDays(1);
        }
        return first;
    }

    /** Inputs go back to where files arrive, outputs and archive aside; what has left to the bank stays. */
    private void setAside(LocalDate date) throws IOException {
        Path aside = home.root().resolve("superseded").resolve(date + "-lost");
        inputs.putBack(home.archive(date), home.inbox());
        Files.createDirectories(aside);
        move(home.archive(date), aside.resolve("archive"));
        move(home.outbox(date), aside.resolve("outbox"));
        Path released = aside.resolve("outbox").resolve("released");
        if (Files.isDirectory(released)) {
            Files.createDirectories(home.outbox(date));
            move(released, home.outbox(date).resolve("released"));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from) && !Files.exists(to)) {
            CompleteFile.rename(from, to);
        }
    }

    /** What a person should know before the dates are run again. */
    public static List<String> next(List<LocalDate> missing) {
        List<String> lines = new ArrayList<>();
        if (!missing.isEmpty()) {
            LocalDate last = missing.get(missing.size() - 1);
            lines.add("to settle again: " + missing.get(0) + " to " + last + "; their input files are back in inbox/,"
                    + " what they had made is under superseded/");
            lines.add("decide again what people decided after the backup, before the date that booked it, then:"
                    + " qingfen run --until " + last);
        }
        lines.add("approve the releases again: bank files that are the same bytes as in released/ are only recorded,"
                + " others are refused");
        lines.add("put files of results that banks sent after the backup from archive/ into inbox/, then:"
                + " qingfen run payout-results");
        return lines;
    }
}
