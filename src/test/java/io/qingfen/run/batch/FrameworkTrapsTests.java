package io.qingfen.run.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.qingfen.TestDatabase;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.job.parameters.RunIdIncrementer;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What Spring Batch itself does in cases that matter here, on the version in use; docs/RELIABILITY.md tells what
 * Qingfen does about each. One that fails here means: the framework has changed, read that page again.
 */
class FrameworkTrapsTests {
    private static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);
    private static ConfigurableApplicationContext context;
    private static HikariDataSource books;

    @EnableAutoConfiguration
    @Import(BatchConfiguration.class)
    static class PlainSpringBatch {}

    @BeforeAll
    static void start() {
        books = (HikariDataSource) TestDatabase.POSTGRESQL.fresh();
        context = new SpringApplicationBuilder(PlainSpringBatch.class)
                .initializers(application -> application.getBeanFactory().registerSingleton("dataSource", books))
                .properties(Map.of("spring.main.web-application-type", "none"))
                .run();
    }

    @AfterAll
    static void end() {
        context.close();
        books.close();
    }

    @Test
    void twoStartsOfAFailedInstanceAtTheSameMomentMayBothRun() throws Exception {
        int rounds = 10;
        int doubles = 0;
        for (int round = 0; round < rounds; round++) {
            AtomicInteger ran = new AtomicInteger();
            boolean[] fail = {true};
            Job job = job("twice-" + round, ran, fail);
            operator().start(job, of(MON_2026_03_02));
            fail[0] = false;
            ran.set(0);
            atTheSameMoment(() -> operator().start(job, of(MON_2026_03_02)));
            doubles += ran.get() > 1 ? 1 : 0;
        }

        assertThat(doubles).as("of %d rounds", rounds).isPositive();
    }

    @Test
    void recoverDoesNotLookWhetherTheRunIsDead() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Job job = new JobBuilder("alive", repository())
                .start(new StepBuilder("wait", repository())
                        .tasklet(
                                (contribution, chunk) -> {
                                    inside.countDown();
                                    goOn.await();
                                    return RepeatStatus.FINISHED;
                                },
                                transactions())
                        .build())
                .build();
        Thread runner = new Thread(() -> quietly(() -> operator().start(job, of(MON_2026_03_02))));
        runner.start();
        inside.await();

        JobExecution alive = repository().getLastJobExecution("alive", of(MON_2026_03_02));
        JobExecution recovered = operator().recover(alive);

        assertThat(runner.isAlive()).isTrue();
        assertThat(recovered.getStatus()).isEqualTo(BatchStatus.FAILED);
        goOn.countDown();
        runner.join();
    }

    @Test
    void anIncrementerMakesPassedParametersBeIgnored() throws Exception {
        AtomicInteger ran = new AtomicInteger();
        Job job = new JobBuilder("incremented", repository())
                .incrementer(new RunIdIncrementer())
                .start(step(ran, new boolean[] {false}))
                .build();

        operator().start(job, of(MON_2026_03_02));
        JobExecution second = operator().start(job, of(MON_2026_03_02));

        assertThat(ran).hasValue(2);
        assertThat(second.getJobParameters().getLocalDate("businessDate")).isNull();
    }

    @Test
    void aRepositoryThatStoresNothingIsRefused() {
        JobRepositoryCheck check =
                new JobRepositoryCheck(new ResourcelessJobRepository(), JdbcClient.create(books), transactions());

        assertThatThrownBy(check::afterPropertiesSet).isInstanceOf(Refusal.class);
    }

    @Test
    void aRepositoryInAnotherDatabaseIsRefused() throws Exception {
        HikariDataSource other = (HikariDataSource) TestDatabase.H2.fresh();
        JobRepositoryCheck check = new JobRepositoryCheck(
                repositoryOn(other, new JdbcTransactionManager(other)), JdbcClient.create(books), transactions());

        assertThatThrownBy(check::afterPropertiesSet).isInstanceOf(Refusal.class);
        other.close();
    }

    @Test
    void aRepositoryWithAConnectionOfItsOwnIsRefused() throws Exception {
        HikariDataSource second = new HikariDataSource(books);
        JobRepositoryCheck check = new JobRepositoryCheck(
                repositoryOn(second, new JdbcTransactionManager(second)), JdbcClient.create(books), transactions());

        assertThatThrownBy(check::afterPropertiesSet).isInstanceOf(Refusal.class);
        second.close();
    }

    @Test
    void theRepositoryOfTheProgramIsAccepted() {
        new JobRepositoryCheck(repository(), JdbcClient.create(books), transactions()).afterPropertiesSet();
    }

    private static JobRepository repositoryOn(HikariDataSource dataSource, PlatformTransactionManager transactions)
            throws Exception {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(dataSource);
        factory.setTransactionManager(transactions);
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    private static Job job(String name, AtomicInteger ran, boolean[] fail) {
        return new JobBuilder(name, repository()).start(step(ran, fail)).build();
    }

    private static Step step(AtomicInteger ran, boolean[] fail) {
        return new StepBuilder("count", repository())
                .tasklet(
                        (contribution, chunk) -> {
                            ran.incrementAndGet();
                            if (fail[0]) {
                                throw new IllegalStateException("broken");
                            }
                            TimeUnit.MILLISECONDS.sleep(100);
                            return RepeatStatus.FINISHED;
                        },
                        transactions())
                .build();
    }

    private interface Start {
        void start() throws Exception;
    }

    private static void atTheSameMoment(Start start) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CyclicBarrier together = new CyclicBarrier(2);
        for (int i = 0; i < 2; i++) {
            threads.submit(() -> quietly(() -> {
                together.await();
                start.start();
            }));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    /** A start that is refused is what one would hope for. */
    private static void quietly(Start start) {
        try {
            start.start();
        } catch (Exception refused) {
            assertThat(refused).isNotInstanceOf(NullPointerException.class);
        }
    }

    private static JobParameters of(LocalDate date) {
        return new JobParametersBuilder().addLocalDate("businessDate", date).toJobParameters();
    }

    private static JobOperator operator() {
        return context.getBean(JobOperator.class);
    }

    private static JobRepository repository() {
        return context.getBean(JobRepository.class);
    }

    private static PlatformTransactionManager transactions() {
        return context.getBean(PlatformTransactionManager.class);
    }
}
