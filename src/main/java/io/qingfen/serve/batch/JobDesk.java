package io.qingfen.serve.batch;

import io.qingfen.run.Exit;
import io.qingfen.run.Notice;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import io.qingfen.run.StopSignal;
import io.qingfen.schedule.FileBoard;
import io.qingfen.schedule.JobDefinition;
import io.qingfen.schedule.JobStarts;
import io.qingfen.schedule.JobStates;
import io.qingfen.schedule.JobStates.Topic;
import io.qingfen.schedule.JobStops;
import io.qingfen.schedule.ScheduledJob;
import io.qingfen.schedule.ScheduledJobs;
import io.qingfen.schedule.Timetable.Start;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Looks at a job and does what is due. Asked by the clockwork at the job's times and in between; asking too often, too
 * late or from several processes does no harm, since what is due follows from the books and not from who asks.
 */
@Component
@OnlyServing
public class JobDesk {
    private static final Logger LOG = LoggerFactory.getLogger(JobDesk.class);
    private final ScheduledJobs jobs;
    private final FileBoard board;
    private final JobStops stops;
    private final JobStarts starts;
    private final JobStates states;
    private final StopSignal stop;
    private final Clock clock;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Map<String, String> said = new ConcurrentHashMap<>();

    JobDesk(
            ScheduledJobs jobs,
            FileBoard board,
            JobStops stops,
            JobStarts starts,
            JobStates states,
            StopSignal stop,
            Clock clock) {
        this.jobs = jobs;
        this.board = board;
        this.stops = stops;
        this.starts = starts;
        this.states = states;
        this.stop = stop;
        this.clock = clock;
    }

    /** Every job with its definition. */
    public List<JobDefinition> definitions() {
        return jobs.definitions();
    }

    /** Does what is due of this job; returns at once when this process is at it already. */
    public void look(String name) {
        if (stop.isRequested() || !busy.add(name)) {
            return;
        }
        try {
            look(jobs.job(name), jobs.definition(name));
        } catch (DataAccessException away) {
            say(name, "the database does not answer: " + away.getMessage());
        } finally {
            busy.remove(name);
        }
    }

    private void look(ScheduledJob job, JobDefinition definition) {
        Instant now = clock.instant();
        board.note(definition, now);
        Optional<Start> start = definition.timetable().latest(now);
        boolean paused = stops.inForce(job.name(), now).stream()
                .anyMatch(one -> one.businessDate().isEmpty());
        if (start.isEmpty() || paused || !isDue(job, start.get())) {
            return;
        }
        try {
            List<String> done = tried(job, definition, start.get());
            if (!done.isEmpty() || !job.asksItsRecords()) {
                starts.seen(job.name(), start.get().at(), "DONE", String.join("\n", done));
            }
            if (!job.asksItsRecords()) {
                done.forEach(line -> LOG.info("{}: {}", job.name(), line));
            }
            recovered(job, start.get());
            said.remove(job.name());
        } catch (Refusal refusal) {
            refused(job, start.get(), refusal);
        }
    }

    /** The first look of all finds nothing missed. */
    private boolean isDue(ScheduledJob job, Start start) {
        if (job.asksItsRecords()) {
            return true;
        }
        Optional<JobStarts.Seen> last = starts.last(job.name());
        if (last.isEmpty()) {
            starts.seen(job.name(), start.at(), "FIRST", "");
        }
        return last.filter(seen -> seen.startAt().isBefore(start.at())).isPresent();
    }

    /** A night is tried again by its own run, step by step; any other job from its beginning. */
    private List<String> tried(ScheduledJob job, JobDefinition definition, Start start) {
        List<Integer> pauses = job.asksItsRecords() ? List.of() : definition.retryAfterSeconds();
        for (int attempt = 0; ; attempt++) {
            try {
                return job.run(definition, start);
            } catch (Refusal refusal) {
                boolean again = refusal.exit() == Exit.TRANSIENT && attempt < pauses.size();
                if (!again || !pause(pauses.get(attempt))) {
                    throw refusal;
                }
            }
        }
    }

    /** False when the process is to end. */
    private boolean pause(int seconds) {
        try {
            for (int second = 0; second < seconds && !stop.isRequested(); second++) {
                Thread.sleep(1000);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
        return !stop.isRequested();
    }

    private void refused(ScheduledJob job, Start start, Refusal refusal) {
        String text = String.join("\n", refusal.problems());
        boolean news = say(job.name(), text);
        boolean waits = refusal.exit() == Exit.LEASE_HELD || refusal.exit() == Exit.INTERRUPTED;
        if (waits) {
            return;
        }
        if (news || !job.asksItsRecords()) {
            starts.seen(job.name(), start.at(), refusal.exit().name(), text);
        }
        if (!job.asksItsRecords()) {
            states.become(job.name(), start.local().toLocalDate(), Topic.RUN, Notice.Kind.FAILED, text);
        }
    }

    private void recovered(ScheduledJob job, Start start) {
        boolean failing = !job.asksItsRecords()
                && states.of(job.name(), start.local().toLocalDate(), Topic.RUN)
                        .filter(Notice.Kind.FAILED::equals)
                        .isPresent();
        if (failing) {
            String text = "job " + job.name() + " works again";
            states.become(job.name(), start.local().toLocalDate(), Topic.RUN, Notice.Kind.RECOVERED, text);
        }
    }

    /** Once per text: a job that waits says so when it begins to wait. */
    private boolean say(String job, String text) {
        boolean news = !text.equals(said.put(job, text));
        if (news) {
            LOG.info("{}: {}", job, text.replace("\n", "; "));
        }
        return news;
    }
}
