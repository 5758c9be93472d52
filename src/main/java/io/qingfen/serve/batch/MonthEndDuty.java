package io.qingfen.serve.batch;

import io.qingfen.reports.MonthEnd;
import io.qingfen.run.Actor;
import io.qingfen.run.OnlyServing;
import io.qingfen.schedule.JobDefinition;
import io.qingfen.schedule.ScheduledJob;
import io.qingfen.schedule.Timetable;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/** The month before, once it is closed; on each day that the definition names until it is done. */
@Component
@OnlyServing
class MonthEndDuty implements ScheduledJob {
    private final MonthEnd months;

    MonthEndDuty(MonthEnd months) {
        this.months = months;
    }

    @Override
    public String name() {
        return "month-end";
    }

    @Override
    public List<String> steps() {
        return List.of("writeMonth");
    }

    @Override
    public List<String> run(JobDefinition definition, Timetable.Start start) {
        YearMonth month = YearMonth.from(start.local()).minusMonths(1);
        if (months.isWritten(month) || !months.isClosed(month)) {
            return List.of();
        }
        MonthEnd.Written written = months.write(month, Actor.SYSTEM);
        return List.of(month + ": " + written.invoices() + " invoices in " + written.folder());
    }
}
