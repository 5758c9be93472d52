package io.qingfen.nightly;

import io.qingfen.intake.ArchivedInputs;
import io.qingfen.intake.InputArchive;
import io.qingfen.reference.ReferenceFreezing;
import io.qingfen.reference.References;
import io.qingfen.run.PartitionWork;
import io.qingfen.run.RunContext;
import io.qingfen.run.Steps;
import io.qingfen.run.jdbc.DatabaseSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.step.Step;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The real job and its run control, with steps that only leave a trace in the books. Not a
 * component itself, so that a test of the whole application does not find it.
 */
@EnableAutoConfiguration
@ComponentScan({"io.qingfen.run", "io.qingfen.nightly"})
class StubNight {
    /** What a test lets happen inside the step {@code proveBooks}. */
    static volatile Runnable duringProveBooks = () -> {};

    /** What a test lets happen while the reference data of a date are frozen. */
    static volatile Runnable duringFreezing = () -> {};

    static ConfigurableApplicationContext started(DatabaseSettings books, Path home) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("qingfen.db.url", books.url());
        properties.put("qingfen.db.user", books.user());
        properties.put("qingfen.db.password", books.password());
        properties.put("qingfen.home", home.toString());
        ConfigurableApplicationContext context = new SpringApplicationBuilder(StubNight.class)
                .properties(properties)
                .run();
        context.getBean(JdbcClient.class)
                .sql("create table if not exists trace (business_date date, what varchar(100))")
                .update();
        return context;
    }

    private final JdbcClient jdbc;

    StubNight(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Bean
    ReferenceFreezing referenceFreezing() {
        return (date, home) -> {
            duringFreezing.run();
            return "0".repeat(64);
        };
    }

    @Bean
    InputArchive inputArchive() {
        return run -> trace(run.businessDate(), "archive");
    }

    @Bean
    ArchivedInputs archivedInputs() {
        return new ArchivedInputs() {
            @Override
            public void putBack(Path archive, Path inbox) {
                // The stub night reads no files.
            }

            @Override
            public List<String> problems(LocalDate businessDate, Path archive, Path inbox) {
                return List.of();
            }
        };
    }

    @Bean
    References references() {
        return date -> {
            throw new IllegalStateException("the stub night reads no reference data");
        };
    }

    @Bean
    Step collectFiles(Steps steps) {
        return steps.repeatedStep("collectFiles", run -> {});
    }

    @Bean
    Step routeRecords(Steps steps) {
        return spread(steps, "routeRecords");
    }

    @Bean
    Step clearTerminals(Steps steps) {
        return spread(steps, "clearTerminals");
    }

    @Bean
    Step clearFollowUps(Steps steps) {
        return spread(steps, "clearFollowUps");
    }

    @Bean
    Step settleDeposits(Steps steps) {
        return single(steps, "settleDeposits");
    }

    @Bean
    Step settleMerchants(Steps steps) {
        return spread(steps, "settleMerchants");
    }

    @Bean
    Step proveBooks(Steps steps) {
        return steps.step("proveBooks", run -> {
            trace(run.businessDate(), "proveBooks");
            duringProveBooks.run();
        });
    }

    @Bean
    Step writePayouts(Steps steps) {
        return single(steps, "writePayouts");
    }

    @Bean
    Step publishReports(Steps steps) {
        return spread(steps, "publishReports");
    }

    private Step single(Steps steps, String name) {
        return steps.step(name, run -> trace(run.businessDate(), name));
    }

    private Step spread(Steps steps, String name) {
        return steps.partitionedStep(name, new PartitionWork() {
            @Override
            public List<String> partitions(RunContext run) {
                return List.of("0", "1", "2", "3");
            }

            @Override
            public void run(RunContext run, String partition) {
                trace(run.businessDate(), name + " " + partition);
            }

            @Override
            public void finish(RunContext run) {
                trace(run.businessDate(), name + " finish");
            }
        });
    }

    private void trace(LocalDate date, String what) {
        jdbc.sql("insert into trace values (?, ?)").params(date, what).update();
    }
}
