package io.qingfen.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** What both chunk jobs need: a pool, Spring Batch's own tables in the same database, readers and writers. */
final class Batch implements AutoCloseable {
    final HikariDataSource dataSource = new HikariDataSource();
    final JdbcTemplate jdbc;
    final PlatformTransactionManager transactions;
    final JobRepository repository;

    Batch(String url) throws Exception {
        dataSource.setJdbcUrl(url);
        dataSource.setMaximumPoolSize(8);
        jdbc = new JdbcTemplate(dataSource);
        transactions = new JdbcTransactionManager(dataSource);
        new ResourceDatabasePopulator(new ClassPathResource("org/springframework/batch/core/schema-postgresql.sql"))
                .execute(dataSource);
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(dataSource);
        factory.setTransactionManager(transactions);
        factory.setDatabaseType("POSTGRES");
        factory.setIsolationLevelForCreate("ISOLATION_READ_COMMITTED");
        factory.afterPropertiesSet();
        repository = factory.getObject();
        jdbc.execute("create table merchants (" + Sql.MERCHANTS + ")");
        jdbc.execute("create table captures (" + Sql.CAPTURES + ")");
        jdbc.execute("create table authorizations (" + Sql.AUTHORIZATIONS + ")");
        jdbc.execute(
                "create table matched (merchant_id varchar(15), terminal_id char(8), batch_no char(6), trace_no char(6),"
                        + " txn_type varchar(20), rrn char(12), channel varchar(16), card_type varchar(16), amount bigint,"
                        + " txn_time timestamp, match_status varchar(24), fee bigint, issuer_cost bigint, network_cost bigint)");
    }

    void run(Job job) throws Exception {
        TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
        operator.setJobRepository(repository);
        operator.setJobRegistry(new MapJobRegistry());
        operator.setTaskExecutor(new SyncTaskExecutor());
        operator.afterPropertiesSet();
        JobExecution execution = operator.start(job, new JobParameters());
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throw new IllegalStateException(
                    "the job ended " + execution.getStatus(),
                    execution.getAllFailureExceptions().isEmpty()
                            ? null
                            : execution.getAllFailureExceptions().get(0));
        }
    }

    /** Rows of a file with a heading; fields hold no commas. */
    static FlatFileItemReader<String[]> rowsOf(Path file) {
        return new FlatFileItemReaderBuilder<String[]>()
                .name(file.getFileName().toString())
                .resource(new FileSystemResource(file))
                .linesToSkip(1)
                .lineMapper((line, number) -> line.split(",", -1))
                .build();
    }

    /** Writes rows as they are; columns of amounts and times by their place. */
    JdbcBatchItemWriter<String[]> stage(String table, int columns, int amount, int time) {
        return writer(table, columns, (row, statement) -> {
            for (int i = 0; i < columns; i++) {
                if (i == amount) {
                    statement.setLong(i + 1, Long.parseLong(row[i]));
                } else if (i == time) {
                    statement.setTimestamp(i + 1, Timestamp.valueOf(LocalDateTime.parse(row[i])));
                } else {
                    statement.setString(i + 1, row[i]);
                }
            }
        });
    }

    /** How a row becomes the parameters of a statement. */
    interface Setter<T> {
        void set(T row, PreparedStatement statement) throws SQLException;
    }

    <T> JdbcBatchItemWriter<T> writer(String table, int columns, Setter<T> setter) {
        JdbcBatchItemWriter<T> writer = new JdbcBatchItemWriterBuilder<T>()
                .dataSource(dataSource)
                .sql("insert into " + table + " values (" + "?, ".repeat(columns - 1) + "?)")
                .itemPreparedStatementSetter(setter::set)
                .build();
        writer.afterPropertiesSet();
        return writer;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
