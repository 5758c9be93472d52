package io.qingfen.nightly.jdbc;

import io.qingfen.run.Dialect;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells PostgreSQL's planner of the tables that a step has just filled. It would look at them by itself within a
 * minute, but the next steps read them at once, and on a first night it takes them for empty. No result depends on it.
 */
@Component
final class FreshFigures implements StepExecutionListener {
    private static final Map<String, List<String>> FILLED = Map.of(
            "openBusinessDate", List.of("merchant_account"),
            "clearFollowUps", List.of("merchant_total", "fee_total", "terminal_volume", "open_item", "review_case"),
            "settleDeposits", List.of("deposit", "deposit_event", "deposit_day"),
            "settleMerchants", List.of("position", "journal_entry", "trial_balance"));

    private final JdbcTemplate jdbc;
    private final Dialect dialect;

    FreshFigures(JdbcTemplate jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        this.dialect = dialect;
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        if (step.getStatus() == BatchStatus.COMPLETED) {
            FILLED.getOrDefault(step.getStepName(), List.of()).forEach(table -> dialect.refreshFigures(jdbc, table));
        }
        return step.getExitStatus();
    }
}
