package io.qingfen.scheme.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import io.qingfen.scheme.SchemeFileName.Kind;
import io.qingfen.scheme.SchemeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code schemes.yml} may say of files that come beside records. */
class NamingSourcesTest {
    @TempDir
    private Path folder;

    @Test
    void brandFeesAreOnlyToldUnlessSomebodySaysThatTheyAreBesideTheRecords() throws IOException {
        SchemeSource told = source("format: unionpay-acom, fees: unionpay-alfee");
        assertThat(told.sends(Kind.FEES)).isTrue();
        assertThat(told.bookFees()).isFalse();
        assertThat(told.sends(Kind.FUNDS)).isFalse();
        assertThat(source("format: unionpay-acoma, fees: unionpay-alfee, bookFees: true")
                        .bookFees())
                .isTrue();
    }

    @Test
    void whatDoesNotGoTogetherIsNamed() {
        assertThat(problems("format: unionpay-acom, bookFees: true"))
                .contains("bookFees is true, and there are no fees; name their format: fees");
        assertThat(problems("format: unionpay-zm, fees: unionpay-alfee"))
                .contains(
                        "fees is unionpay-alfee, which goes with unionpay-acom or unionpay-acoma, not with unionpay-zm");
        assertThat(problems("format: unionpay-acom, funds: wechat-funds"))
                .contains("which goes with wechat-trade, not");
        assertThat(problems("format: unionpay-acom, fees: unionpay-zsum")).contains("fees");
    }

    private String problems(String settings) {
        String[] said = new String[1];
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> source(settings))
                .satisfies(refused -> said[0] = String.join("; ", refused.problems()));
        return said[0];
    }

    private SchemeSource source(String settings) throws IOException {
        Files.writeString(
                folder.resolve("schemes.yml"),
                "sources:\n  - {name: u, channels: [UNIONPAY], cutOff: \"23:00\", " + settings + "}\n");
        Home home = new Home(folder);
        return new SchemesFile(home, new SchemeFormats(home)).sources().get("u");
    }
}
