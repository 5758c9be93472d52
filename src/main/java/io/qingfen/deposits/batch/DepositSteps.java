package io.qingfen.deposits.batch;

import io.qingfen.deposits.DepositRun;
import io.qingfen.reference.References;
import io.qingfen.reference.Snapshot;
import io.qingfen.run.PartitionWork;
import io.qingfen.run.RunContext;
import io.qingfen.run.Steps;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The step settleDeposits: counted volume → withholding, refunds, expiry. */
@Configuration(proxyBeanMethods = false)
class DepositSteps {

    @Bean
    Step settleDeposits(Steps steps, References references, DepositsOfTerminals deposits, JdbcTemplate jdbc) {
        return steps.partitionedStep("settleDeposits", new Work(references, deposits, jdbc));
    }

    private record Work(References references, DepositsOfTerminals deposits, JdbcTemplate jdbc)
            implements PartitionWork {

        @Override
        public List<String> partitions(RunContext run) {
            return TerminalRanges.names(references.of(run.businessDate()).terminals());
        }

        @Override
        public void run(RunContext run, String partition) {
            Snapshot snapshot = references.of(run.businessDate());
            LocalDate booksFrom = jdbc.queryForObject("select min(business_date) from business_day", Date.class)
                    .toLocalDate();
            deposits.settle(
                    new DepositRun(snapshot, booksFrom), TerminalRanges.terminals(snapshot.terminals(), partition));
        }
    }
}
