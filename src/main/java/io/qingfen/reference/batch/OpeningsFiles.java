package io.qingfen.reference.batch;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.reference.DepositOpening;
import io.qingfen.reference.DepositPolicy;
import io.qingfen.reference.IdIndex;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.OpeningBalance;
import io.qingfen.reference.Terminal;
import io.qingfen.run.FileProblems;
import io.qingfen.run.Shape;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code opening-balances.csv} and {@code deposit-openings.csv}: what the books take over at go-live. */
final class OpeningsFiles {
    private static final CsvTable BALANCES = new CsvTable(ReferenceFiles.OPENING_BALANCES, "account,currency,balance");
    private static final CsvTable DEPOSITS =
            new CsvTable(ReferenceFiles.DEPOSIT_OPENINGS, "terminal_id,as_of,collected,refunded,counted_volume");
    private static final Shape<String> ACCOUNT = Shape.text(
            "(assets|liabilities|income|expenses):[a-z]+(-[a-z]+)*(:[0-9A-Za-z_-]{1,60})?",
            "an account of the books like assets:bank or liabilities:merchant-payable:M1");
    private static final String TERMINAL_DEPOSITS = "liabilities:terminal-deposits:";
    private static final String RESERVE = "liabilities:reserve:";
    private static final Pattern OF_MERCHANT = Pattern.compile(
            "(?:assets:merchant-receivable|liabilities:(?:merchant-payable|terminal-deposits|reserve)):(.+)");

    private final List<Merchant> merchants;
    private final List<Terminal> terminals;
    private final IdIndex merchantIndex;
    private final IdIndex terminalIndex;
    private final Versions<DepositPolicy> policies;
    private final LocalDate businessDate;
    private boolean othersSound;
    private final List<OpeningBalance> balances = new ArrayList<>();
    private final Map<String, DepositOpening> deposits = new TreeMap<>();

    OpeningsFiles(
            List<Merchant> merchants,
            List<Terminal> terminals,
            Versions<DepositPolicy> policies,
            LocalDate businessDate) {
        this.merchants = merchants;
        this.terminals = terminals;
        this.merchantIndex =
                new IdIndex(merchants.size(), no -> merchants.get(no).id());
        this.terminalIndex =
                new IdIndex(terminals.size(), no -> terminals.get(no).id());
        this.policies = policies;
        this.businessDate = businessDate;
    }

    /** In the order of the file. */
    List<OpeningBalance> balances() {
        return balances;
    }

    Map<String, DepositOpening> deposits() {
        return deposits;
    }

    void read(ReferenceFiles files, FileProblems problems) throws IOException {
        long before = problems.total();
        othersSound = before == 0;
        Set<String> accounts = new HashSet<>();
        BALANCES.read(files, problems, row -> balance(row, accounts));
        DEPOSITS.read(files, problems, this::deposit);
        if (problems.total() == before && !balances.isEmpty()) {
            checkBalanced(problems);
            checkDepositsAgree(problems);
        }
    }

    private void balance(CsvRow row, Set<String> accounts) {
        String account = row.value("account", ACCOUNT);
        Currency currency = row.value("currency", Shapes.CURRENCY);
        if (account == null || currency == null) {
            return;
        }
        Long balance = row.value("balance", Shapes.signedAmount(currency));
        Matcher ofMerchant = OF_MERCHANT.matcher(account);
        if (othersSound && ofMerchant.matches() && merchantIndex.find(ofMerchant.group(1)) < 0) {
            row.problem("account", "'" + account + "' is of no merchant in " + ReferenceFiles.MERCHANTS + "; add it");
        }
        if (account.startsWith(RESERVE)) {
            row.problem(
                    "account",
                    "'" + account + "' cannot be taken over: nothing says on which dates it is released; put its"
                            + " balance into liabilities:merchant-payable:" + account.substring(RESERVE.length()));
        }
        if (!accounts.add(account + " " + currency)) {
            row.problem("account", "'" + account + "' stands twice in " + currency + "; put the sum in one row");
        }
        if (row.isSound()) {
            balances.add(new OpeningBalance(account, currency, balance));
        }
    }

    private void checkBalanced(FileProblems problems) {
        Map<String, Long> sums = new TreeMap<>();
        balances.forEach(one -> sums.merge(one.currency().code(), one.balanceMinor(), Math::addExact));
        sums.forEach((code, sum) -> {
            if (sum != 0) {
                String total = Amounts.format(sum, Currency.of(code));
                problems.add(
                        BALANCES.file(),
                        0,
                        "balance",
                        "sums to " + total + " " + code + " instead of 0; debits are positive, credits negative");
            }
        });
    }

    private void deposit(CsvRow row) {
        String id = row.value("terminal_id", Shapes.TERMINAL_ID);
        LocalDate asOf = row.value("as_of", Shapes.DATE);
        Terminal terminal = id == null ? null : terminal(row, id);
        if (terminal == null || asOf == null) {
            return;
        }
        Currency currency = terminal.merchant().currency();
        Long collected = row.value("collected", Shapes.amount(currency));
        Long refunded = row.value("refunded", Shapes.amount(currency));
        Long counted = row.value("counted_volume", Shapes.signedAmount(currency));
        if (row.isSound()) {
            DepositOpening opening = new DepositOpening(id, asOf, collected, refunded, counted);
            check(row, opening, terminal);
            if (deposits.putIfAbsent(id, opening) != null) {
                row.problem("terminal_id", "'" + id + "' stands twice; remove one");
            }
        }
    }

    /** Null when unknown; that may also be because of a problem in another file, which is reported there. */
    private Terminal terminal(CsvRow row, String id) {
        int found = terminalIndex.find(id);
        if (found < 0 && othersSound) {
            row.problem(
                    "terminal_id", "'" + id + "' is not in " + ReferenceFiles.TERMINALS + "; add it or remove this");
        }
        return found < 0 ? null : terminals.get(found);
    }

    private void check(CsvRow row, DepositOpening opening, Terminal terminal) {
        if (opening.refundedMinor() > opening.collectedMinor()) {
            row.problem("refunded", "is more than collected; correct one of them");
        }
        if (!opening.asOf().isBefore(businessDate)) {
            row.problem(
                    "as_of",
                    "'" + opening.asOf() + "' is not before the business date " + businessDate
                            + ": what is cleared from then on would count twice");
        }
        boolean goLive = opening.asOf().equals(businessDate.minusDays(1));
        if (goLive && terminal.activatedOn().isAfter(opening.asOf())) {
            row.problem(
                    "as_of",
                    "'" + opening.asOf() + "' is before the terminal's activation on " + terminal.activatedOn()
                            + ", with which its deposit begins; remove this row and its money from "
                            + BALANCES.file());
        }
        boolean refundable = policies.inForce(terminal.depositPolicy(), LocalDate.MAX)
                .filter(policy -> policy.kind() != DepositPolicy.Kind.PURCHASE)
                .isPresent();
        if (!refundable) {
            row.problem(
                    "terminal_id",
                    "'" + terminal.id() + "' has no refundable deposit policy in " + ReferenceFiles.TERMINALS
                            + "; name one or remove this row");
        }
    }

    /** Both files state what is held per merchant; opening balances carry the money. */
    private void checkDepositsAgree(FileProblems problems) {
        Map<String, Long> stated = new HashMap<>();
        for (OpeningBalance one : balances) {
            if (one.account().startsWith(TERMINAL_DEPOSITS)) {
                stated.put(
                        one.account().substring(TERMINAL_DEPOSITS.length()) + " " + one.currency(),
                        Math.negateExact(one.balanceMinor()));
            }
        }
        Map<String, Long> held = new HashMap<>();
        for (DepositOpening one : deposits.values()) {
            Merchant merchant =
                    terminals.get(terminalIndex.find(one.terminalId())).merchant();
            held.merge(
                    merchant.id() + " " + merchant.currency(),
                    one.collectedMinor() - one.refundedMinor(),
                    Math::addExact);
        }
        Set<String> keys = new TreeSet<>(stated.keySet());
        keys.addAll(held.keySet());
        keys.forEach(key -> compare(key, stated.getOrDefault(key, 0L), held.getOrDefault(key, 0L), problems));
    }

    private static void compare(String key, long stated, long held, FileProblems problems) {
        if (stated != held) {
            String merchant = key.substring(0, key.indexOf(' '));
            Currency currency = Currency.of(key.substring(key.indexOf(' ') + 1));
            String what = "of " + TERMINAL_DEPOSITS + merchant + " says " + Amounts.format(stated, currency) + " "
                    + currency + " held, " + DEPOSITS.file() + " " + Amounts.format(held, currency)
                    + "; make them agree";
            problems.add(BALANCES.file(), 0, "balance", what);
        }
    }
}
