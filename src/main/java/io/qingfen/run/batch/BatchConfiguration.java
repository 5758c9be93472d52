package io.qingfen.run.batch;

import io.qingfen.run.Progress;
import io.qingfen.run.StopSignal;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.annotation.Isolation;

/**
 * Spring Batch on the ledger's own DataSource and transaction manager: without this class its job repository stores
 * nothing. READ_COMMITTED, because the default SERIALIZABLE made most of 80 concurrent starts fail on PostgreSQL.
 */
@Configuration(proxyBeanMethods = false)
class BatchConfiguration extends JdbcDefaultBatchConfiguration {
    @Override
    protected Isolation getIsolationLevelForCreate() {
        return Isolation.READ_COMMITTED;
    }

    @Bean
    StopSignal stopSignal() {
        return new StopSignal();
    }

    @Bean
    Progress progress() {
        return new Progress();
    }
}
