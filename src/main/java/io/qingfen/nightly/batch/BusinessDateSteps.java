package io.qingfen.nightly.batch;

import io.qingfen.intake.InputArchive;
import io.qingfen.nightly.SupersededDates;
import io.qingfen.reference.ReferenceFreezing;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.DayWork;
import io.qingfen.run.Dialect;
import io.qingfen.run.Home;
import io.qingfen.run.RunContext;
import io.qingfen.run.Steps;
import io.qingfen.run.TidyBooks;
import java.io.IOException;
import java.util.List;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.util.FileSystemUtils;

/** The first and the last step of the night. */
@Configuration(proxyBeanMethods = false)
class BusinessDateSteps {
    private final BusinessDays days;
    private final Home home;

    BusinessDateSteps(BusinessDays days, Home home) {
        this.days = days;
        this.home = home;
    }

    /** Repeated on every restart: it looks at how far the date is and freezes and takes over what is not yet. */
    @Bean
    Step openBusinessDate(
            Steps steps,
            ReferenceFreezing reference,
            Dialect dialect,
            JdbcOperations jdbc,
            SupersededDates superseded,
            List<DayWork> dayWorks) {
        return steps.repeatedStep("openBusinessDate", run -> {
            days.open(run.businessDate());
            reference.freeze(run.businessDate(), home.root());
            dialect.createDatePartition(jdbc, run.businessDate());
            superseded.forgetBefore(run.businessDate());
            if (days.beginTakingOver(run.businessDate())) {
                dayWorks.forEach(work -> work.takeOver(run.businessDate()));
            }
        });
    }

    /** Files first, the mark last: cut off anywhere in between, a restart does the rest. */
    @Bean
    Step closeBusinessDate(Steps steps, InputArchive inputs, List<TidyBooks> books) {
        return steps.step("closeBusinessDate", run -> {
            inputs.archive(run);
            books.forEach(one -> one.tidy(run.businessDate()));
            removeWorkingSet(run);
            days.close(run.businessDate());
        });
    }

    private static void removeWorkingSet(RunContext run) throws IOException {
        FileSystemUtils.deleteRecursively(run.home().work(run.businessDate()));
    }
}
