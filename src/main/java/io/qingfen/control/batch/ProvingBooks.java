package io.qingfen.control.batch;

import io.qingfen.control.ControlChain;
import io.qingfen.control.NightBooks;
import io.qingfen.control.ProvenChain;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunContext;
import io.qingfen.run.StepWork;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The last gate before money leaves: any difference, however small, stops the night here. */
@Component
class ProvingBooks implements StepWork {
    private final NightBooks books;
    private final TransactionTemplate ownTransaction;

    ProvingBooks(NightBooks books, PlatformTransactionManager transactions) {
        this.books = books;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void run(RunContext run) {
        ProvenChain chain = ControlChain.prove(books.measure(run.businessDate()));
        if (chain.isClosed()) {
            books.keep(run.businessDate(), chain.totals());
            return;
        }
        // The refusal rolls the step back; what it found must stay to be looked at.
        if (!run.rehearsal()) {
            ownTransaction.executeWithoutResult(status -> books.keep(run.businessDate(), chain.totals()));
        }
        throw refusal(run, chain);
    }

    private static Refusal refusal(RunContext run, ProvenChain chain) {
        List<String> problems = new ArrayList<>(chain.differences());
        problems.add(
                "no payout file of " + run.businessDate() + " was written; the whole chain is in table control_total."
                        + " Find the cause, then: qingfen restart --date " + run.businessDate());
        return new Refusal(Exit.CONTROL_OPEN, problems);
    }
}
