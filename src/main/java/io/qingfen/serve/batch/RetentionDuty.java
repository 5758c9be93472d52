package io.qingfen.serve.batch;

import io.qingfen.retention.Retention;
import io.qingfen.run.Actor;
import io.qingfen.run.OnlyServing;
import io.qingfen.schedule.JobDefinition;
import io.qingfen.schedule.ScheduledJob;
import io.qingfen.schedule.Timetable;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets dates leave that are kept long enough. */
@Component
@OnlyServing
class RetentionDuty implements ScheduledJob {
    private final Retention retention;

    RetentionDuty(Retention retention) {
        this.retention = retention;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public List<String> steps() {
        return List.of("retireDates");
    }

    @Override
    public List<String> run(JobDefinition definition, Timetable.Start start) {
        return retention.retire(Actor.SYSTEM).stream()
                .map(left -> left.kind() + " " + left.businessDate() + ": " + left.rows() + " rows in "
                        + retention.folder(left.kind(), left.businessDate()))
                .toList();
    }
}
