package io.qingfen.reference.jdbc;

import io.qingfen.reference.AccountCipher;
import io.qingfen.run.Home;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

/** Keys are looked for when the first account or snapshot needs them: commands that need none make no key. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    @Bean
    Supplier<Vault> vault(Environment environment, Home home) {
        return SingletonSupplier.of(() -> new Vault(new AccountKeys(environment, home).read()));
    }

    @Bean
    AccountCipher accountCipher(Supplier<Vault> vault) {
        return new VaultAccountCipher(vault);
    }
}
