package io.qingfen.run.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.qingfen.run.Dialect;
import io.qingfen.run.Home;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    /** Besides one for each worker: heartbeat, job repository, console. */
    private static final int SPARE_CONNECTIONS = 6;

    @Bean
    Home home(@Value("${qingfen.home:home}") String root) {
        return new Home(Path.of(root).toAbsolutePath().normalize());
    }

    @Bean
    DatabaseSettings databaseSettings(Environment environment, Home home) {
        return DatabaseSettings.of(environment, home);
    }

    @Bean
    Dialect dialect(DatabaseSettings settings) {
        return settings.dialect();
    }

    /** Nobody sees the DataSource before its tables are up to date. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseSettings settings, @Value("${qingfen.workers:0}") int workers) {
        HikariDataSource dataSource = Databases.open(settings, Math.max(16, workers + SPARE_CONNECTIONS));
        try {
            Databases.migrate(dataSource, settings.dialect());
        } catch (RuntimeException failed) {
            dataSource.close();
            throw failed;
        }
        return dataSource;
    }
}
