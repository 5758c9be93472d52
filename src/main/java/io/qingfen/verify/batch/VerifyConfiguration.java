package io.qingfen.verify.batch;

import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import io.qingfen.verify.Verification;
import io.qingfen.verify.jdbc.BooksOpener;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The proof takes the database, the home and the key of accounts from outside, and nothing else. */
@Configuration(proxyBeanMethods = false)
class VerifyConfiguration {
    @Bean
    Verification verification(BooksOpener opener, Home home, Environment environment) {
        return date -> {
            try {
                AccountVault vault = vault(environment, home);
                return opener.read(date, books -> new DateProof(books, home, vault, date).prove());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        };
    }

    private static AccountVault vault(Environment environment, Home home) {
        try {
            return AccountVault.of(environment::getProperty, home.root());
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "the key of account numbers cannot be read (" + unreadable.getMessage()
                            + "); without it the frozen reference data cannot be opened, see docs/SECURITY.md");
        }
    }
}
