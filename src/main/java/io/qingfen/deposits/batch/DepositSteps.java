package io.qingfen.deposits.batch;

import io.qingfen.deposits.DepositRun;
import io.qingfen.reference.References;
import io.qingfen.reference.Snapshot;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.PartitionWork;
import io.qingfen.run.RunContext;
import io.qingfen.run.Steps;
import java.time.LocalDate;
import java.util.List;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The step settleDeposits: counted volume → withholding, refunds, expiry. */
@Configuration(proxyBeanMethods = false)
class DepositSteps {

    @Bean
    Step settleDeposits(Steps steps, References references, DepositsOfTerminals deposits, BusinessDays days) {
        return steps.partitionedStep("settleDeposits", new Work(references, deposits, days));
    }

    private record Work(References references, DepositsOfTerminals deposits, BusinessDays days)
            implements PartitionWork {

        @Override
        public List<String> partitions(RunContext run) {
            return TerminalRanges.names(references.of(run.businessDate()).terminals());
        }

        @Override
        public void run(RunContext run, String partition) {
            Snapshot snapshot = references.of(run.businessDate());
            LocalDate booksFrom = days.first().orElse(run.businessDate());
            deposits.settle(
                    new DepositRun(snapshot, booksFrom), TerminalRanges.terminals(snapshot.terminals(), partition));
        }
    }
}
