package io.qingfen.serve.batch;

import io.qingfen.nightly.Nights;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.OnlyServing;
import io.qingfen.schedule.FileBoard;
import io.qingfen.schedule.JobDefinition;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which dates are to be settled. */
@Component
@OnlyServing
class DueDates {
    private final Nights nights;
    private final BusinessDays days;
    private final FileBoard inbox;

    DueDates(Nights nights, BusinessDays days, FileBoard inbox) {
        this.nights = nights;
        this.days = days;
        this.inbox = inbox;
    }

    /** Those that are not closed, in order; new books begin with the date of the earliest file that waits. */
    List<LocalDate> until(JobDefinition definition, LocalDate last) {
        if (days.latest().isPresent()) {
            return nights.datesUntil(last);
        }
        return inbox.earliest(definition)
                .filter(first -> !first.isAfter(last))
                .map(first -> first.datesUntil(last.plusDays(1)).toList())
                .orElse(List.of());
    }
}
