package io.qingfen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.run.Refusal;
import org.junit.jupiter.api.Test;

class ActingAsTest {
    @Test
    void prefersWhatWasTypedThenTheEnvironmentThenTheOperatingSystem() {
        assertThat(ActingAs.actor("li.wei", "wang", "root").name()).isEqualTo("li.wei");
        assertThat(ActingAs.actor(null, "wang", "root").name()).isEqualTo("wang");
        assertThat(ActingAs.actor(null, null, "root").name()).isEqualTo("root");
    }

    @Test
    void refusesWhatIsNoNameWithoutPrintingItsControlCharacters() {
        assertThatThrownBy(() -> ActingAs.actor("li\u001b[31mwei", null, "root"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("li?[31mwei")
                .hasMessageContaining("--as USER");
    }
}
