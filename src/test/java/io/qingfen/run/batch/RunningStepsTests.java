package io.qingfen.run.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.run.Exit;
import io.qingfen.run.PartitionWork;
import io.qingfen.run.Progress;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunContext;
import io.qingfen.run.RunLease;
import io.qingfen.run.Steps;
import io.qingfen.run.StopSignal;
import io.qingfen.run.jdbc.DatabaseSettings;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnBothDatabases
class RunningStepsTests {
    private static final Map<TestDatabase, ConfigurableApplicationContext> CONTEXTS = new EnumMap<>(TestDatabase.class);
    private static LocalDate lastDate = LocalDate.of(2026, 3, 1);

    @EnableAutoConfiguration
    @ComponentScan("io.qingfen.run")
    static class Frame {}

    private final ConfigurableApplicationContext context;
    private final LocalDate date;
    private final Steps steps;
    private final JdbcClient jdbc;
    private final RunLease.Held lease;

    RunningStepsTests(TestDatabase database) {
        context = CONTEXTS.computeIfAbsent(database, RunningStepsTests::started);
        steps = context.getBean(Steps.class);
        jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("delete from trace").update();
        lastDate = lastDate.plusDays(1);
        date = lastDate;
        lease = context.getBean(RunLease.class).acquire(date);
    }

    private static ConfigurableApplicationContext started(TestDatabase database) {
        DatabaseSettings books = database.freshSettings();
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Frame.class)
                .properties(Map.of(
                        "qingfen.db.url", books.url(),
                        "qingfen.db.user", books.user(),
                        "qingfen.db.password", books.password(),
                        "qingfen.home", "target/no-home"))
                .run();
        context.getBean(JdbcClient.class)
                .sql("create table trace (what varchar(100))")
                .update();
        return context;
    }

    @AfterEach
    void releaseTheLease() {
        jdbc.sql("update run_lease set holder = null").update();
        lease.close();
    }

    @Test
    void commitsWorkTogetherWithItsMark() {
        JobExecution run = run(steps.step("first", work -> trace("first")));

        assertThat(run.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(traces()).containsExactly("first");
        assertThat(done()).containsExactly("first/*");
    }

    @Test
    void saysOfEachStepThatItBegins() {
        List<String> heard = new CopyOnWriteArrayList<>();
        context.getBean(Progress.class)
                .listen(report -> heard.add(report.step() + " " + report.done() + "/" + report.total()));

        run(steps.partitionedStep("spread", partitions(List.of("a"), partition -> {})), steps.step("then", work -> {}));

        assertThat(heard).containsExactly("spread 0/0", "spread 1/1", "then 0/0");
    }

    @Test
    void leavesNothingOfWorkThatFails() {
        JobExecution run = run(steps.step("first", work -> {
            trace("first");
            throw new IllegalStateException("broken");
        }));

        assertThat(run.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(traces()).isEmpty();
        assertThat(done()).isEmpty();
    }

    @Test
    void doesNotRepeatWorkWhoseMarkIsThereThoughSpringBatchForgotIt() {
        Step step = steps.step("first", work -> trace("first"));
        run(step);
        forgetTheBatchRecords();

        run(step);

        assertThat(traces()).containsExactly("first");
    }

    @Test
    void repeatsARepeatedStepOnRestart() {
        Step look = steps.repeatedStep("look", work -> trace("look"));
        boolean[] broken = {true};
        Step then = steps.step("then", work -> failOnce(broken));
        run(look, then);

        JobExecution restart = run(look, then);

        assertThat(restart.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(traces()).containsExactly("look", "look");
    }

    @Test
    void runsEachPartitionOnceAndTheFinishAfterThem() {
        JobExecution run = run(steps.partitionedStep("spread", partitions(List.of("a", "b:1", "c"), partition -> {})));

        assertThat(run.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(traces())
                .containsExactlyInAnyOrder("a", "b:1", "c", "finish")
                .endsWith("finish");
        assertThat(done()).containsExactlyInAnyOrder("spread/a", "spread/b:1", "spread/c", "spread/*");
    }

    @Test
    void finishesAStepWithoutPartitions() {
        run(steps.partitionedStep("spread", partitions(List.of(), partition -> {})));

        assertThat(traces()).containsExactly("finish");
    }

    @Test
    void runsOnlyUndonePartitionsOnRestart() {
        boolean[] broken = {true};
        Step spread = steps.partitionedStep("spread", partitions(List.of("a", "b", "c"), partition -> {
            if (partition.equals("b")) {
                failOnce(broken);
            }
        }));

        assertThat(run(spread).getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(traces()).containsExactlyInAnyOrder("a", "c");

        assertThat(run(spread).getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(traces()).containsExactlyInAnyOrder("a", "c", "b", "finish");
    }

    @Test
    void repeatsOnlyTheFinishWhenThatFailed() {
        boolean[] broken = {true};
        Step spread = steps.partitionedStep("spread", new PartitionWork() {
            @Override
            public List<String> partitions(RunContext run) {
                return List.of("a");
            }

            @Override
            public void run(RunContext run, String partition) {
                trace(partition);
            }

            @Override
            public void finish(RunContext run) {
                trace("finish");
                failOnce(broken);
            }
        });

        assertThat(run(spread).getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(run(spread).getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(traces()).containsExactly("a", "finish");
    }

    @Test
    void tellsTheProblemsOfAllPartitionsInTheirOrder() {
        JobExecution run = run(steps.partitionedStep("spread", partitions(List.of("a", "b", "c"), partition -> {
            if (!partition.equals("b")) {
                throw new Refusal(Exit.INPUT_REFUSED, partition + ": refused");
            }
        })));

        Refusal told = run.getStepExecutions().stream()
                .filter(step -> step.getStepName().equals("spread"))
                .flatMap(step -> step.getFailureExceptions().stream())
                .map(Refusal.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(told.exit()).isEqualTo(Exit.INPUT_REFUSED);
        assertThat(told.problems()).containsExactly("a: refused", "c: refused");
    }

    @Test
    void writesNothingWithTheTokenOfAnEarlierHolder() {
        JobExecution run = runWith(
                lease.token() - 1,
                steps.step("first", work -> trace("first")),
                steps.partitionedStep("spread", partitions(List.of("a"), partition -> {})));

        assertThat(run.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(traces()).isEmpty();
    }

    @Test
    void rollsBackWorkWhenTheLeaseIsLostMeanwhile() {
        JobExecution run = run(steps.partitionedStep(
                "spread",
                partitions(
                        List.of("a"),
                        partition -> jdbc.sql("update run_lease set token = token + 1")
                                .update())));

        assertThat(run.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(traces()).isEmpty();
        assertThat(done()).isEmpty();
    }

    @Test
    void stopsBetweenTransactionsAndContinuesLater() {
        StopSignal stop = context.getBean(StopSignal.class);
        Step first = steps.step("first", work -> {
            trace("first");
            stop.request();
        });
        Step spread = steps.partitionedStep("spread", partitions(List.of("a", "b"), partition -> {}));

        assertThat(run(first, spread).getStatus()).isEqualTo(BatchStatus.STOPPED);
        assertThat(traces()).containsExactly("first");

        stop.clear();
        assertThat(run(first, spread).getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(traces()).containsExactlyInAnyOrder("first", "a", "b", "finish");
    }

    @Test
    void stopsBetweenPartitions() {
        StopSignal stop = context.getBean(StopSignal.class);
        Step spread = steps.partitionedStep(
                "spread", partitions(List.of("a", "b", "c", "d", "e", "f"), partition -> stop.request()));

        assertThat(run(spread).getStatus()).isEqualTo(BatchStatus.STOPPED);
        assertThat(traces()).hasSizeBetween(1, 2).doesNotContain("finish");

        stop.clear();
        Step rest = steps.partitionedStep("spread", partitions(List.of("a", "b", "c", "d", "e", "f"), partition -> {}));
        assertThat(run(rest).getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(traces()).containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f", "finish");
    }

    @Test
    void usesTheThreadsOfTheRun() {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        run(steps.partitionedStep("spread", partitions(List.of("a", "b", "c", "d"), partition -> {
            threads.add(Thread.currentThread().getName());
            pause();
        })));

        assertThat(threads).hasSize(2);
    }

    private PartitionWork partitions(List<String> names, Consumer<String> before) {
        return new PartitionWork() {
            @Override
            public List<String> partitions(RunContext run) {
                return names;
            }

            @Override
            public void run(RunContext run, String partition) {
                trace(partition);
                before.accept(partition);
            }

            @Override
            public void finish(RunContext run) {
                trace("finish");
            }
        };
    }

    private JobExecution run(Step... job) {
        return runWith(lease.token(), job);
    }

    private JobExecution runWith(long token, Step... job) {
        var flow = new JobBuilder("job", context.getBean(JobRepository.class)).start(job[0]);
        for (int i = 1; i < job.length; i++) {
            flow.next(job[i]);
        }
        try {
            return context.getBean(JobOperator.class)
                    .start(
                            flow.build(),
                            new JobParametersBuilder()
                                    .addLocalDate("businessDate", date)
                                    .addLong("workers", 2L, false)
                                    .addLong("token", token, false)
                                    .toJobParameters());
        } catch (Exception refused) {
            throw new AssertionError(refused);
        }
    }

    private void forgetTheBatchRecords() {
        for (String table : List.of(
                "batch_step_execution_context",
                "batch_step_execution",
                "batch_job_execution_context",
                "batch_job_execution_params",
                "batch_job_execution",
                "batch_job_instance")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    private void trace(String what) {
        jdbc.sql("insert into trace values (?)").param(what).update();
    }

    private List<String> traces() {
        return jdbc.sql("select what from trace").query(String.class).list();
    }

    private List<String> done() {
        return jdbc.sql("select step || '/' || partition_name from partition_done where business_date = ?")
                .param(date)
                .query(String.class)
                .list();
    }

    private static void failOnce(boolean[] broken) {
        if (broken[0]) {
            broken[0] = false;
            throw new IllegalStateException("broken once");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
