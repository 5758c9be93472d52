package io.qingfen.control.batch;

import static io.qingfen.control.jdbc.SampleNight.FRI_2026_02_13;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.control.jdbc.SampleNight;
import io.qingfen.control.jdbc.TestNightBooks;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunContext;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnBothDatabases
class ProvingBooksTest {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ProvingBooks step;

    ProvingBooksTest(TestDatabase database) {
        DataSource dataSource = database.fresh();
        SampleNight.in(dataSource, database);
        PlatformTransactionManager transactions = new JdbcTransactionManager(dataSource);
        jdbc = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(transactions);
        step = new ProvingBooks(TestNightBooks.in(dataSource), transactions);
    }

    @Test
    void keepsAClosedChain() {
        prove();
        assertThat(controls("closed")).isPositive();
        assertThat(controls("not closed")).isZero();
    }

    @Test
    void stopsTheNightAtADifferenceAndKeepsWhatItFound() {
        jdbc.sql("update position set sales_minor = 14001 where merchant_id = 'M1' and business_date = '2026-02-13'")
                .update();
        assertThatThrownBy(this::prove).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.exit()).isEqualTo(Exit.CONTROL_OPEN);
            assertThat(refusal.problems())
                    .anyMatch(problem -> problem.contains("'settled -> positions', sales, CNY")
                            && problem.contains("150.00")
                            && problem.contains("150.01"));
            assertThat(refusal.problems()).last().asString().contains("qingfen restart --date 2026-02-13");
        });
        assertThat(controls("not closed")).isPositive();
    }

    @Test
    void closesAfterTheCauseWasMended() {
        jdbc.sql("update position set sales_count = 1 where merchant_id = 'M1' and business_date = '2026-02-13'")
                .update();
        assertThatThrownBy(this::prove).isInstanceOf(Refusal.class);
        jdbc.sql("update position set sales_count = 2 where merchant_id = 'M1' and business_date = '2026-02-13'")
                .update();
        prove();
        assertThat(controls("not closed")).isZero();
    }

    private void prove() {
        transaction.executeWithoutResult(
                status -> step.run(new RunContext(FRI_2026_02_13, new Home(Path.of("home")), 1, 1)));
    }

    private long controls(String condition) {
        return jdbc.sql("select count(*) from control_total where " + condition)
                .query(Long.class)
                .single();
    }
}
