package io.qingfen.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.access.PasswordRule.Objection;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoosingAPasswordTest {
    @ParameterizedTest
    @ValueSource(strings = {"seven green tides", "清分系统的密码要够长才安全", "Tr0ub4dor&3xyz", "correct horse battery staple"})
    void mayBeASentence(String password) {
        assertThat(PasswordRule.objection("li.na", password)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "short phrase, TOO_SHORT",
        "Li.Na is my name, HOLDS_USER_NAME",
        "password123456, GUESSABLE",
        "Password12345!, GUESSABLE",
        "aaaaaaaaaaaaaaaa, GUESSABLE",
        "qingfen-qingfen, GUESSABLE",
    })
    void mayNotBe(String password, Objection objection) {
        String chosen = objection == Objection.TOO_SHORT ? password.substring(1) : password;
        assertThat(PasswordRule.objection("li.na", chosen)).isEqualTo(Optional.of(objection));
    }

    @Test
    void countsNoByteThatBcryptWouldIgnore() {
        String longest = "清分".repeat(6) + "abcdefghijklmnopqrstuvwxyz0123456789";
        assertThat(longest.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hasSize(72);
        assertThat(PasswordRule.objection("li.na", longest)).isEmpty();
        assertThat(PasswordRule.objection("li.na", longest + "!")).contains(Objection.TOO_LONG);
    }
}
