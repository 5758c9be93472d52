package io.qingfen.intake.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.intake.InputFiles;
import io.qingfen.intake.InputPlan;
import io.qingfen.intake.RoutedRecords;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of production for tests that build their parts by hand. */
public final class TestIntakeTables {
    private TestIntakeTables() {}

    public static InputPlan plan(DataSource books, BulkLoad bulk) {
        return new JdbcInputPlan(JdbcClient.create(books), bulk);
    }

    public static RoutedRecords routed(DataSource books, BulkLoad bulk) {
        return new JdbcRoutedRecords(JdbcClient.create(books), new JdbcTemplate(books), bulk);
    }

    public static InputFiles files(DataSource books) {
        return new JdbcInputFiles(JdbcClient.create(books));
    }
}
