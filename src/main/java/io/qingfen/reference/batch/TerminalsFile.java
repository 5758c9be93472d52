package io.qingfen.reference.batch;

import io.qingfen.money.Currency;
import io.qingfen.reference.DepositPolicy;
import io.qingfen.reference.IdIndex;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.Terminal;
import io.qingfen.reference.Terminal.Status;
import io.qingfen.run.FileProblems;
import io.qingfen.run.Shape;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code terminals.csv}: each terminal belongs to one merchant. */
final class TerminalsFile {
    private static final CsvTable TABLE = new CsvTable(
            ReferenceFiles.TERMINALS, "terminal_id,merchant_id,product,activated_on,deposit_policy,status,returned_on");
    private static final Shape<Status> STATUS = Shape.oneOf(Status.class);
    private static final Shape<String> PRODUCT = Shape.words(0, 60);

    private final MerchantsFile merchantsFile;
    private final List<Merchant> merchants;
    private final Versions<DepositPolicy> policies;
    private final IdIndex byId;
    private final List<Terminal> terminals = new ArrayList<>();
    private final Map<String, String> sameText = new HashMap<>();
    private final Map<LocalDate, LocalDate> sameDate = new HashMap<>();

    TerminalsFile(MerchantsFile merchantsFile, Versions<DepositPolicy> policies) {
        this.merchantsFile = merchantsFile;
        this.merchants = merchantsFile.merchants();
        this.policies = policies;
        this.byId = new IdIndex(merchants.size(), no -> merchants.get(no).id());
    }

    /** In byte order of merchant, then id, numbered. */
    List<Terminal> read(ReferenceFiles files, FileProblems problems) throws IOException {
        TABLE.read(files, problems, this::read);
        reportDuplicates(problems);
        terminals.sort(
                Comparator.comparing((Terminal terminal) -> terminal.merchant().id())
                        .thenComparing(Terminal::id));
        for (int position = 0; position < terminals.size(); position++) {
            terminals.set(position, terminals.get(position).withNo(position));
        }
        return terminals;
    }

    private void reportDuplicates(FileProblems problems) {
        terminals.sort(Comparator.comparing(Terminal::id));
        for (int position = 1; position < terminals.size(); position++) {
            Terminal terminal = terminals.get(position);
            if (terminals.get(position - 1).id().equals(terminal.id())) {
                String what = "'" + terminal.id() + "' stands twice; remove one";
                problems.add(TABLE.file(), terminal.no(), "terminal_id", what);
            }
        }
    }

    /** Until all rows are sorted, {@code no} is the line. */
    private void read(CsvRow row) {
        Terminal terminal = new Terminal(
                row.line(),
                row.value("terminal_id", Shapes.TERMINAL_ID),
                merchant(row),
                same(row.value("product", PRODUCT)),
                same(row.value("activated_on", Shapes.DATE)),
                same(row.text("deposit_policy")),
                row.value("status", STATUS),
                row.optional("returned_on", Shapes.DATE).orElse(null));
        if (row.isSound()) {
            checkDates(row, terminal);
            checkPolicy(row, terminal);
        }
        if (row.isSound() && terminal.merchant() != null) {
            terminals.add(terminal);
        }
    }

    /** Null also when the merchant's own row is not sound, which is reported there. */
    private Merchant merchant(CsvRow row) {
        String id = row.value("merchant_id", Shapes.MERCHANT_ID);
        if (id == null) {
            return null;
        }
        int found = byId.find(id);
        if (found >= 0) {
            return merchants.get(found);
        }
        if (!merchantsFile.mayHave(id)) {
            String what = "'" + id + "' is not in " + ReferenceFiles.MERCHANTS + "; add it there or correct the id";
            row.problem("merchant_id", what);
        }
        return null;
    }

    private static void checkDates(CsvRow row, Terminal terminal) {
        LocalDate returned = terminal.returnedOn();
        if (returned == null && terminal.status() == Status.RETURNED) {
            row.problem("returned_on", "is empty, but the status is RETURNED; give the date");
        } else if (returned != null && returned.isBefore(terminal.activatedOn())) {
            row.problem("returned_on", "'" + returned + "' lies before activated_on; correct one of them");
        }
    }

    private void checkPolicy(CsvRow row, Terminal terminal) {
        String policy = terminal.depositPolicy();
        if (!policy.isEmpty()) {
            policies.refusal(policy, ReferenceFiles.DEPOSIT_POLICIES)
                    .ifPresent(what -> row.problem("deposit_policy", what));
            if (terminal.merchant() != null) {
                Currency currency = terminal.merchant().currency();
                policies.inForce(policy, LocalDate.MAX)
                        .ifPresent(found -> row.compare("deposit_policy", policies.currencyOf(found), currency));
            }
        }
    }

    /** Repeated values are kept once. */
    private String same(String text) {
        return text == null ? null : sameText.computeIfAbsent(text, first -> first);
    }

    private LocalDate same(LocalDate date) {
        return date == null ? null : sameDate.computeIfAbsent(date, first -> first);
    }
}
