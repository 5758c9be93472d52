package io.qingfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.QingfenApplication;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ProvingTheAuditTrailTest {
    @TempDir
    Path home;

    private ConfigurableApplicationContext program;

    @Test
    void theChainIsProvedHeldAgainstKeptEndsAndListed() throws IOException {
        Files.createDirectories(home.resolve("reference"));
        try (ConfigurableApplicationContext opened =
                new SpringApplication(QingfenApplication.class).run("--qingfen.home=" + home, "--qingfen.db.url=")) {
            program = opened;
            act("payouts.propose", "2026-03-02");
            act("payouts.approve", "2026-03-02");
            Typed end = typed("audit", "end");
            assertThat(end.said().strip()).matches("2:[0-9a-f]{64}");
            Path kept = Files.writeString(home.resolve("kept"), end.said().strip() + "\n\n");

            assertThat(typed("audit", "list", "--action", "payouts.app").said())
                    .contains("mei  payouts.approve  2026-03-02  why")
                    .doesNotContain("propose");
            assertThat(typed("audit", "list", "--limit", "1").said()).contains("There may be more: --before 2");
            Typed whole = typed("audit", "verify", "--kept", kept.toString());
            assertThat(whole.exit()).isZero();
            assertThat(whole.said())
                    .contains("whole: 2 records, held against 1 kept end\nend "
                            + end.said().strip());

            JdbcTemplate jdbc = program.getBean(JdbcTemplate.class);
            jdbc.update("delete from audit_record where record_no = 2");
            jdbc.update("update audit_head set record_no = 1, sha256 = (select sha256 from audit_record)");
            assertThat(typed("audit", "verify").exit()).as("whole in itself").isZero();
            Typed cut = typed("audit", "verify", "--kept", kept.toString());
            assertThat(cut.exit()).isEqualTo(Exit.CONTROL_OPEN.code());
            assertThat(cut.said())
                    .contains("record 2, which was kept as the end of the chain, is missing", "broken: 1");
            jdbc.update("update audit_record set detail = 'another'");
            assertThat(typed("audit", "verify").said()).contains("record 1 was changed", "broken: 1 problem;");

            Files.writeString(kept, "2:ab\n");
            Typed unread = typed("audit", "verify", "--kept", kept.toString());
            assertThat(unread.exit()).isEqualTo(Exit.USAGE_OR_REFERENCE.code());
            assertThat(unread.said()).contains(kept + ":1: is no end of the chain");
        }
    }

    private void act(String action, String subject) {
        new TransactionTemplate(program.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(
                        status -> program.getBean(Audit.class).record(new Actor("mei"), action, subject, "why"));
    }

    private Typed typed(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--home", home.toString()));
        return Typed.of(program, all);
    }
}
