package io.qingfen.serve.batch;

import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.run.Notice;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import io.qingfen.schedule.JobDefinition;
import io.qingfen.schedule.JobStates;
import io.qingfen.schedule.JobStates.Topic;
import io.qingfen.schedule.ScheduledJob;
import io.qingfen.schedule.Timetable;
import io.qingfen.scheme.SchemeReconciliation;
import io.qingfen.scheme.SchemeReconciliation.Compared;
import io.qingfen.scheme.SchemeReconciliation.SourceResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Compares every closed date for which files of schemes have come, in order. */
@Component
@OnlyServing
class SchemesDuty implements ScheduledJob {
    private static final String NAME = "scheme-reconciliation";
    private final SchemeReconciliation schemes;
    private final JobStates states;

    SchemesDuty(SchemeReconciliation schemes, JobStates states) {
        this.schemes = schemes;
        this.states = states;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> steps() {
        return List.of("compareSchemes");
    }

    @Override
    public List<String> run(JobDefinition definition, Timetable.Start start) {
        List<String> lines = new ArrayList<>();
        List<String> stopped = new ArrayList<>();
        for (LocalDate date : schemes.due()) {
            Compared compared = schemes.compare(date, Actor.SYSTEM);
            compared.sources().forEach(source -> lines.add(told(date, source)));
            compared.waiting().forEach(name -> lines.add(date + ": " + name + " waits for its files"));
            lines.addAll(compared.blocked());
            stopped.addAll(compared.stopped());
            lines.addAll(compared.notices());
            if (!compared.refused().isEmpty()) {
                lines.addAll(compared.refused());
                states.become(NAME, date, Topic.FILES, Notice.Kind.REFUSED_FILE, String.join("\n", compared.refused()));
            }
        }
        if (!stopped.isEmpty()) {
            throw new Refusal(Exit.REFUSED, String.join("\n", stopped));
        }
        return lines;
    }

    private String told(LocalDate date, SourceResult source) {
        String text = date + ": " + source.source() + ", " + source.records() + " records, "
                + source.opened().size() + " cases opened";
        if (!source.opened().isEmpty()) {
            states.become(NAME, date, Topic.RUN, Notice.Kind.CASE_OPENED, text + "; see: qingfen cases list");
        }
        return text;
    }
}
