package io.qingfen.serve.batch;

import io.qingfen.nightly.Nights;
import io.qingfen.nightly.RerunDiff;
import io.qingfen.nightly.Reruns;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.BusinessDay;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Exit;
import io.qingfen.run.FreeText;
import io.qingfen.run.Home;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunLog;
import io.qingfen.schedule.FileBoard;
import io.qingfen.schedule.FileGate;
import io.qingfen.schedule.JobDefinitions;
import io.qingfen.serve.NightActs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One thread beside the pages: what it does is what the commands do, and the lease keeps it apart from the schedule. */
@Component
@OnlyServing
class NightDesk implements NightActs, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(NightDesk.class);
    private static final int PATIENCE_SECONDS = 60;
    private final Nights nights;
    private final Reruns reruns;
    private final BusinessDays days;
    private final Audit audit;
    private final FileGate gate;
    private final Home home;
    private final TransactionTemplate transaction;
    private final int workers;
    private final ExecutorService beside =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "asked-for-nights"));
    private final Map<LocalDate, Act> last = new ConcurrentHashMap<>();
    private final Map<LocalDate, LyingHere> lookedAt = new ConcurrentHashMap<>();
    private long acts;

    NightDesk(
            Nights nights,
            Reruns reruns,
            BusinessDays days,
            Audit audit,
            FileGate gate,
            Home home,
            PlatformTransactionManager transactions,
            @Value("${qingfen.workers:0}") int workers) {
        this.nights = nights;
        this.reruns = reruns;
        this.days = days;
        this.audit = audit;
        this.gate = gate;
        this.home = home;
        this.transaction = new TransactionTemplate(transactions);
        this.workers = workers > 0 ? workers : Runtime.getRuntime().availableProcessors();
    }

    @Override
    public synchronized Act restart(LocalDate date, Actor who) {
        requireIdle();
        nights.requireRestartable(date);
        transaction.executeWithoutResult(
                status -> audit.record(who, "nights.restart", date.toString(), "asked for in the console"));
        return begin(Kind.RESTART, date, who, null, () -> {
            nights.restart(date, workers);
            return null;
        });
    }

    @Override
    public synchronized Act withoutFiles(LocalDate date, Actor who, String reason) {
        requireIdle();
        String why = FreeText.reason(reason);
        if (days.find(date).isPresent()) {
            throw new Refusal(
                    Exit.REFUSED,
                    "business date " + date + " has begun already; see it: qingfen status --date " + date);
        }
        nights.requireRunnable(date);
        List<FileBoard.Line> missing = gate.missing(JobDefinitions.read(home, NightDuty.NAME), date);
        if (!missing.isEmpty()) {
            gate.open(who, date, why, missing);
        }
        return begin(Kind.WITHOUT_FILES, date, who, null, () -> {
            nights.run(date, workers);
            return null;
        });
    }

    @Override
    public synchronized Act preview(LocalDate date, Actor who) {
        requireIdle();
        nights.requireRepeatable(date);
        lookedAt.put(date, LyingHere.in(home, date));
        return begin(Kind.PREVIEW, date, who, null, () -> reruns.rehearse(date));
    }

    @Override
    public synchronized Act rerun(LocalDate date, Actor who, String reason, long previewNo) {
        requireIdle();
        nights.requireRepeatable(date);
        String why = FreeText.reason(reason);
        RerunDiff previewed = isCutOff(date) ? null : requirePreview(date, previewNo);
        return begin(Kind.RERUN, date, who, previewed, () -> reruns.rerun(date, who, why, workers));
    }

    @Override
    public Optional<Act> last(LocalDate date) {
        return Optional.ofNullable(last.get(date));
    }

    private void requireIdle() {
        last.values().stream().filter(Act::runs).findFirst().ifPresent(act -> {
            throw new Refusal(
                    Exit.LEASE_HELD,
                    "business date " + act.date() + " is at work for " + act.who() + "; wait until it has ended");
        });
    }

    private boolean isCutOff(LocalDate date) {
        return days.find(date)
                .filter(day -> day.state() == BusinessDay.State.SUPERSEDING)
                .isPresent();
    }

    /** Whoever runs a date again has seen what it changes. */
    private RerunDiff requirePreview(LocalDate date, long previewNo) {
        RerunDiff diff = last(date)
                .filter(act -> act.kind() == Kind.PREVIEW && act.state() == State.DONE)
                .filter(act -> act.no() == previewNo)
                .map(Act::diff)
                .orElseThrow(() -> new Refusal(
                        Exit.REFUSED,
                        "business date " + date + ": what you looked at is not the last preview; preview it again"));
        lookedAt.get(date).requireStill(home, date);
        return diff;
    }

    private Act begin(Kind kind, LocalDate date, Actor who, RerunDiff previewed, Supplier<RerunDiff> work) {
        Act act = new Act(++acts, kind, date, who, Instant.now(), null, State.RUNNING, List.of(), null, false);
        last.put(date, act);
        beside.execute(() -> last.put(date, carriedOut(act, previewed, work)));
        return act;
    }

    private static Act carriedOut(Act act, RerunDiff previewed, Supplier<RerunDiff> work) {
        try (RunLog.Mark named = RunLog.of(NightDuty.NAME, act.date())) {
            LOG.info("business date {}: {} for {}", act.date(), act.kind(), act.who());
            RerunDiff diff = work.get();
            return act.ended(Instant.now(), State.DONE, List.of(), diff, diff != null && diff.equals(previewed));
        } catch (Refusal refusal) {
            LOG.info("business date {}: {}", act.date(), String.join("; ", refusal.problems()));
            return act.ended(Instant.now(), State.REFUSED, refusal.problems(), null, false);
        } catch (RuntimeException broken) {
            LOG.error("business date {}: {} broke off", act.date(), act.kind(), broken);
            String problem = "business date " + act.date() + " broke off: " + broken.getMessage()
                    + "; the log has more. See where it is: qingfen status --date " + act.date();
            return act.ended(Instant.now(), State.REFUSED, List.of(problem), null, false);
        }
    }

    /** A night has come to its next commit before; a preview is given up by its transaction. */
    @Override
    public void destroy() throws InterruptedException {
        beside.shutdown();
        boolean ended = beside.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            LOG.warn("a preview has not ended in {} s and is left", PATIENCE_SECONDS);
        }
    }
}
