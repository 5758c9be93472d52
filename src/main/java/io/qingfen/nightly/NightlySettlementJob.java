package io.qingfen.nightly;

import io.qingfen.run.Home;
import io.qingfen.schedule.JobDefinition;
import io.qingfen.schedule.JobDefinitions;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The night. One instance per business date; a restart continues it, an incrementer would make it run twice. */
@Configuration(proxyBeanMethods = false)
class NightlySettlementJob {
    static final String NAME = "nightly-settlement";

    @Bean
    JobDefinition nightlySettlementDefinition(Home home) {
        return JobDefinitions.read(home, NAME);
    }

    @Bean
    Job nightlySettlement(
            JobRepository repository,
            Step openBusinessDate,
            Step collectFiles,
            Step routeRecords,
            Step clearTerminals,
            Step clearFollowUps,
            Step settleDeposits,
            Step settleMerchants,
            Step proveBooks,
            Step writePayouts,
            Step publishReports,
            Step closeBusinessDate) {
        return new JobBuilder(NAME, repository)
                .start(openBusinessDate)
                .next(collectFiles)
                .next(routeRecords)
                .next(clearTerminals)
                .next(clearFollowUps)
                .next(settleDeposits)
                .next(settleMerchants)
                .next(proveBooks)
                .next(writePayouts)
                .next(publishReports)
                .next(closeBusinessDate)
                .build();
    }
}
