package io.qingfen.serve.batch;

import io.qingfen.payouts.PayoutResults;
import io.qingfen.payouts.PayoutResults.Taken;
import io.qingfen.run.Actor;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Notice;
import io.qingfen.run.OnlyServing;
import io.qingfen.schedule.JobDefinition;
import io.qingfen.schedule.JobStates;
import io.qingfen.schedule.JobStates.Topic;
import io.qingfen.schedule.ScheduledJob;
import io.qingfen.schedule.Timetable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes what banks said of payouts. */
@Component
@OnlyServing
class ResultsDuty implements ScheduledJob {
    private static final String NAME = "payout-results";
    private final PayoutResults results;
    private final BusinessDays days;
    private final JobStates states;

    ResultsDuty(PayoutResults results, BusinessDays days, JobStates states) {
        this.results = results;
        this.days = days;
        this.states = states;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> steps() {
        return List.of("takePayoutResults");
    }

    @Override
    public List<String> run(JobDefinition definition, Timetable.Start start) {
        if (days.latestClosed().isEmpty()) {
            return List.of();
        }
        Taken taken = results.take(Actor.SYSTEM);
        LocalDate today = start.local().toLocalDate();
        List<String> lines = new ArrayList<>(taken.duplicates());
        for (PayoutResults.File file : taken.files()) {
            lines.add(file.name() + ": " + file.changed() + " of " + file.results() + " results changed a payout, "
                    + file.cases().size() + " cases");
            if (!file.cases().isEmpty()) {
                String text = file.name() + ": " + String.join("; ", file.cases()) + "; see: qingfen cases list";
                states.become(NAME, today, Topic.RUN, Notice.Kind.CASE_OPENED, text);
            }
        }
        if (!taken.refused().isEmpty()) {
            lines.addAll(taken.refused());
            String text = String.join("\n", taken.refused());
            states.become(NAME, today, Topic.FILES, Notice.Kind.REFUSED_FILE, text);
        }
        return lines;
    }
}
