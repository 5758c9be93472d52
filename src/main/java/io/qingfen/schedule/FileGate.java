package io.qingfen.schedule;

import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.Exit;
import io.qingfen.run.FreeText;
import io.qingfen.run.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether a business date has the files that its job expects. */
@Component
public final class FileGate {
    private static final ZoneOffset FIRST_TO_BEGIN = ZoneOffset.ofHours(14);
    private final FileBoard board;
    private final Clock clock;
    private final Audit audit;
    private final TransactionTemplate transaction;

    FileGate(FileBoard board, Clock clock, Audit audit, PlatformTransactionManager transactions) {
        this.board = board;
        this.clock = clock;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What is missing now. */
    public List<FileBoard.Line> missing(JobDefinition definition, LocalDate businessDate) {
        Instant now = clock.instant();
        board.note(definition, now);
        return board.of(definition, businessDate, now).stream()
                .filter(line -> !line.isEnough())
                .toList();
    }

    /**
     * Somebody settles the date without these files; audited.
     *
     * @throws Refusal when the date has nowhere begun: with a mistyped year every date up to it would be settled empty, and
     *     the files that come for them would be late
     */
    public void open(Actor who, LocalDate businessDate, String reason, List<FileBoard.Line> missing) {
        LocalDate latest = LocalDate.ofInstant(clock.instant(), FIRST_TO_BEGIN);
        if (businessDate.isAfter(latest)) {
            throw new Refusal(
                    Exit.REFUSED,
                    "business date " + businessDate + " has not begun anywhere (it is " + latest
                            + "): a date is not settled without its files before its time");
        }
        String why = FreeText.reason(reason);
        String without =
                String.join("; ", missing.stream().map(FileBoard.Line::missing).toList());
        transaction.executeWithoutResult(status ->
                audit.record(who, "run.incomplete", businessDate.toString(), "without " + without + ": " + why));
    }

    /** The refusal of a run that waits for these files. */
    public static Refusal waiting(LocalDate businessDate, List<FileBoard.Line> missing) {
        List<String> problems = new ArrayList<>();
        for (FileBoard.Line line : missing) {
            problems.add("business date " + businessDate + ": waits for " + line.missing());
            line.arrivals().stream()
                    .filter(one -> one.state() == FileBoard.State.REFUSED)
                    .forEach(one -> problems.add("  " + one.name() + " lies in quarantine: " + one.detail()));
        }
        problems.add("deliver them into inbox/, then: qingfen run --date " + businessDate
                + "; to settle the date without them: qingfen run --date " + businessDate
                + " --incomplete --reason TEXT");
        return new Refusal(Exit.WAITING, problems);
    }
}
