package io.qingfen.reference.jdbc;

import io.qingfen.reference.AccountCipher;
import io.qingfen.reference.Sealing;
import io.qingfen.run.Home;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;

/** Keys are looked for when the first account or snapshot needs them: commands that need none make no key. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    @Bean
    Supplier<Vault> vault(Environment environment, Home home, JdbcClient books) {
        return SingletonSupplier.of(
                () -> new Vault(new AccountKeys(environment, home, () -> holdSealed(books)).read()));
    }

    /** Whether bytes wait in the books that only the key of their time opens. */
    private static boolean holdSealed(JdbcClient books) {
        return Stream.of("reference_snapshot", "merchant_account", "payout", "scheme_file")
                .anyMatch(table -> books.sql("select 1 from " + table + " fetch first 1 rows only")
                        .query(Integer.class)
                        .optional()
                        .isPresent());
    }

    @Bean
    AccountCipher accountCipher(Supplier<Vault> vault) {
        return new VaultAccountCipher(vault);
    }

    @Bean
    Sealing sealing(Supplier<Vault> vault) {
        return new VaultSealing(vault);
    }
}
