package io.qingfen.schedule.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock by which starts and deadlines are due. No result of a night depends on it. */
@Configuration(proxyBeanMethods = false)
class ScheduleClock {
    /** @param file for tests of many nights: the clock stands at the instant that is written in this file */
    @Bean
    Clock clock(@Value("${qingfen.schedule.clock-file:}") String file) {
        return file.isEmpty() ? Clock.systemUTC() : new Standing(Path.of(file));
    }

    private static final class Standing extends Clock {
        private final Path file;

        Standing(Path file) {
            this.file = file;
        }

        @Override
        public Instant instant() {
            try {
                return Instant.parse(Files.readString(file).strip());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
