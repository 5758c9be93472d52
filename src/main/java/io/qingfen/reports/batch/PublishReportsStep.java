package io.qingfen.reports.batch;

import io.qingfen.reference.References;
import io.qingfen.reports.CaseTexts;
import io.qingfen.reports.jdbc.FiguresQuery;
import io.qingfen.reports.jdbc.LedgerJournal;
import io.qingfen.reports.jdbc.ReportFiles;
import io.qingfen.reports.jdbc.ReportTables;
import io.qingfen.reports.jdbc.StatementRows;
import io.qingfen.reports.jdbc.Transactions;
import io.qingfen.run.PartitionWork;
import io.qingfen.run.Steps;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Step publishReports of the night. */
@Configuration(proxyBeanMethods = false)
class PublishReportsStep {
    /** In English, for the command line. */
    @Bean
    CaseTexts caseTexts() {
        return ShippedTexts.in("en").cases();
    }

    @Bean
    Step publishReports(
            Steps steps,
            References references,
            ReportTables tables,
            LedgerJournal journal,
            FiguresQuery figures,
            Transactions transactions,
            StatementRows statements,
            ReportFiles published) {
        PartitionWork work = new PublishingReports(
                references,
                tables,
                journal,
                figures,
                new TransactionFiles(transactions, TransactionFiles.Sizes.DEFAULT),
                new StatementFiles(statements, published),
                published);
        return steps.partitionedStep("publishReports", work);
    }
}
