package io.qingfen.verify.batch;

import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import io.qingfen.verify.Check;
import io.qingfen.verify.DateFacts;
import io.qingfen.verify.FeeReckoning;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Report;
import io.qingfen.verify.Row;
import io.qingfen.verify.jdbc.ActAgreements;
import io.qingfen.verify.jdbc.AdjustmentAgreements;
import io.qingfen.verify.jdbc.Agreement;
import io.qingfen.verify.jdbc.Books;
import io.qingfen.verify.jdbc.HoldAgreements;
import io.qingfen.verify.jdbc.ItemAgreements;
import io.qingfen.verify.jdbc.LedgerAgreements;
import io.qingfen.verify.jdbc.OutputTable;
import io.qingfen.verify.jdbc.OutputTables;
import io.qingfen.verify.jdbc.PositionAgreements;
import io.qingfen.verify.jdbc.SchemeAgreements;
import io.qingfen.verify.jdbc.SchemeControlAgreements;
import io.qingfen.verify.jdbc.TotalAgreements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** All checks of one date in order: reference data, inputs, tables, ledger, outputs, bank files. */
final class DateProof {
    private final Books books;
    private final Home home;
    private final AccountVault vault;
    private final LocalDate date;
    private final List<Check> checks = new ArrayList<>();

    DateProof(Books books, Home home, AccountVault vault, LocalDate date) {
        this.books = books;
        this.home = home;
        this.vault = vault;
        this.date = date;
    }

    /** One check; what cannot be read is a difference, and the others go on. */
    @FunctionalInterface
    private interface Step {
        void prove(Proof proof) throws IOException;
    }

    Report prove() throws IOException {
        requireClosed();
        FrozenReference frozen = new FrozenReference(books, vault, date);
        DateFacts[] facts = new DateFacts[1];
        check("reference data as frozen", proof -> facts[0] = frozen.read(proof));
        check("business date", proof -> new DayProof(books, date).prove(facts[0], frozen.sha256(), proof));
        if (facts[0] != null) {
            withFacts(facts[0], frozen);
        }
        List.of(
                        TotalAgreements.ALL,
                        ItemAgreements.ALL,
                        PositionAgreements.ALL,
                        HoldAgreements.ALL,
                        AdjustmentAgreements.ALL,
                        SchemeAgreements.ALL,
                        SchemeControlAgreements.ALL,
                        ActAgreements.ALL,
                        LedgerAgreements.ALL)
                .forEach(list -> list.forEach(this::agree));
        check("ledger: entries from their sources", proof -> new LedgerProof(books, date).sources(proof));
        check(
                "ledger: every entry balances, ids are made of keys",
                proof -> new LedgerProof(books, date).entries(proof));
        check("holds of people", proof -> new HoldProof(books, date).prove(proof));
        check("adjustments of people", proof -> new AdjustmentProof(books, date).prove(proof));
        check("moves of decided cases, reckoned anew", proof -> new DecisionProof(books, vault).prove(proof));
        check("states of payouts", proof -> new PayoutStateProof(books, date).prove(proof));
        check("answers of banks", proof -> new BankAnswerProof(books, home).prove(proof));
        check("decisions by two persons", proof -> new ActProof(books).decisions(proof));
        check("audit chain", proof -> new ActProof(books).chain(proof));
        check("control chain", proof -> new ControlProof(books).prove(proof));
        outputs(facts[0]);
        return new Report(date, checks);
    }

    private void withFacts(DateFacts facts, FrozenReference frozen) {
        FeeReckoning fees = new FeeReckoning(facts, LastMonth.sales(books, facts, date));
        Proof feeProof = new Proof("fees and scheme costs by the frozen tariffs");
        InputProof[] inputs = new InputProof[1];
        check("input records, each in one place", proof -> {
            inputs[0] = new InputProof(books, home, facts, fees, proof, feeProof);
            inputs[0].prove();
        });
        checks.add(feeProof.check());
        check("totals of the night", proof -> new NightProof(books, inputs[0].places()).prove(proof));
        check("what refunds and voids give back", proof -> new RefundProof(books, facts).prove(proof));
        check("what reversals take back after clearing", proof -> new ReversalProof(books).prove(proof));
        check("items that cases and decisions name", proof -> new MissingItems(books).prove(proof));
        check("items that wait", proof -> new ItemProof(books, facts).prove(proof));
        check("decisions of positions", proof -> new PositionProof(books, facts).prove(proof));
        check("what rules of risk found", proof -> new RiskProof(books, facts, frozen).prove(proof));
        check("reserves withheld", proof -> new AgreedProof(books, facts).reserves(proof));
        check("shares of agents", proof -> new AgreedProof(books, facts).shares(proof));
        check("terminal deposits", proof -> new DepositProof(books, facts).prove(proof));
        check("opening balances", proof -> new LedgerProof(books, date).opening(facts, proof));
        check("accounts of merchants", proof -> new AccountProof(books, vault, facts).prove(proof));
        check("payouts and their bank files", proof -> new BankFileProof(books, home, vault, facts).prove(proof));
        check("statements of merchants", proof -> new StatementProof(books, home.outbox(date), facts).prove(proof));
    }

    private void outputs(DateFacts facts) {
        List<OutputTable> tables = new ArrayList<>(OutputTables.ALL);
        if (facts != null && facts.agreed().shares()) {
            tables.add(OutputTables.AGENT_SHARES);
        }
        for (OutputTable table : tables) {
            check(
                    table.file() + " = table " + table.table(),
                    proof -> new OutputProof(books, home.outbox(date), date).prove(table, proof));
        }
        check("payouts to look at", proof -> new LookAtProof(books, home.outbox(date), date).prove(proof));
        check("journal.ledger = postings", proof -> new LedgerProof(books, date).file(home.outbox(date), proof));
        check("files of the outbox", proof -> new OutboxProof(books, home, date).prove(proof));
    }

    private void requireClosed() {
        List<Row> days = books.all("table business_day", DayProof.DAY);
        if (days.isEmpty()) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, date + " is not in the books; dates that are: qingfen status");
        }
        refuseWhenLeft(days.get(0).cell(1));
        boolean closed = days.get(0).cell(1).equals("CLOSED");
        if (!closed && !Files.exists(home.outbox(date).resolve("manifest.json"))) {
            throw new Refusal(
                    Exit.REFUSED,
                    date + " is not closed yet, so there is nothing to prove; look at it: qingfen status --date "
                            + date);
        }
    }

    /** The first date that stays after others have left opens with balances that are not there any more. */
    private void refuseWhenLeft(String state) {
        if (state.equals("RETIRED")) {
            throw new Refusal(
                    Exit.REFUSED,
                    date
                            + " has left the books: its rows and files were exported and proved, and stand in retired/books/"
                            + date + "; which dates have left: qingfen retention list");
        }
        String before = "select state from business_day where business_date = :before and state = 'RETIRED'";
        if (!books.all("table business_day", before).isEmpty()) {
            throw new Refusal(
                    Exit.REFUSED,
                    date + " opens with balances of " + date.minusDays(1) + ", which has left the books; the first date"
                            + " that can be proved is " + date.plusDays(1));
        }
    }

    private void agree(Agreement agreement) {
        check(agreement.name(), proof -> agreement.prove(books, proof));
    }

    private void check(String name, Step step) {
        Proof proof = new Proof(name);
        long began = System.nanoTime();
        try {
            step.prove(proof);
        } catch (IOException | UncheckedIOException unreadable) {
            proof.red(name + ": cannot be read: " + unreadable.getMessage());
        }
        books.close();
        checks.add(
                proof.check().took(Duration.ofNanos(System.nanoTime() - began).toMillis()));
    }
}
