package io.qingfen.reference.batch;

import io.qingfen.calendar.SettlementCycle;
import io.qingfen.money.Currency;
import io.qingfen.reference.FeePlan;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.Merchant.Status;
import io.qingfen.reference.MerchantClass;
import io.qingfen.run.FileProblems;
import io.qingfen.run.Masked;
import io.qingfen.run.Shape;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** {@code merchants.csv}: names and accounts are checked here and kept elsewhere, so that millions fit into memory. */
public final class MerchantsFile {
    private static final CsvTable TABLE = new CsvTable(
            ReferenceFiles.MERCHANTS,
            "merchant_id,name,mcc,status,merchant_class,fee_plan,settlement_cycle,currency,account_name,account_no,"
                    + "bank_code,bank_name,min_payout,payout_hold,agent_id");
    private static final Shape<Status> STATUS = Shape.oneOf(Status.class);
    private static final Shape<MerchantClass> MERCHANT_CLASS = Shape.oneOf(MerchantClass.class);
    private static final Shape<SettlementCycle> CYCLE = Shape.oneOf(SettlementCycle.class);
    private static final Shape<String> NAME = Shape.words(1, 400);
    private static final Shape<String> ACCOUNT_NAME = Shape.words(1, 140);
    private static final Shape<String> BANK_NAME = Shape.words(0, 400);

    private final Versions<FeePlan> plans;
    private final AgentsFile agents;
    private final LocalDate businessDate;
    private final List<Merchant> merchants = new ArrayList<>();
    private final Set<String> unsound = new HashSet<>();
    private final Map<String, String> sameText = new HashMap<>();
    private final Map<String, Shape<Long>> amounts = new HashMap<>();
    private boolean complete;

    MerchantsFile(Versions<FeePlan> plans, AgentsFile agents, LocalDate businessDate) {
        this.plans = plans;
        this.agents = agents;
        this.businessDate = businessDate;
    }

    /** Name and account of one merchant, as the file gives them. */
    public record Payee(
            String merchantId, String name, String accountName, String accountNo, String bankCode, String bankName) {
        /** Without the account number in clear. */
        @Override
        public String toString() {
            return merchantId + " " + Masked.account(accountNo) + " " + bankCode;
        }
    }

    /** Hands on names and accounts from a file that was found sound. */
    public static void payees(ReferenceFiles files, Consumer<Payee> payees) throws IOException {
        FileProblems none = new FileProblems();
        TABLE.read(files, none, row -> payees.accept(payee(row)));
    }

    MerchantsFile read(ReferenceFiles files, FileProblems problems) throws IOException {
        complete = TABLE.read(files, problems, this::read);
        merchants.sort(Comparator.comparing(Merchant::id));
        for (int position = 0; position < merchants.size(); position++) {
            Merchant merchant = merchants.get(position);
            if (position > 0 && merchants.get(position - 1).id().equals(merchant.id())) {
                String what = "'" + merchant.id() + "' stands twice; remove one";
                problems.add(TABLE.file(), merchant.no(), "merchant_id", what);
            }
        }
        return this;
    }

    /** In byte order of id, numbered. Meaningless when there were problems. */
    List<Merchant> merchants() {
        for (int position = 0; position < merchants.size(); position++) {
            merchants.set(position, merchants.get(position).withNo(position));
        }
        return merchants;
    }

    /** Whether the file has this id, or may have it: in a row that is not sound, or in a part that was not read. */
    boolean mayHave(String id) {
        return !complete || unsound.contains(id);
    }

    /** Until all rows are sorted, {@code no} is the line. */
    private void read(CsvRow row) {
        payee(row);
        String id = row.value("merchant_id", Shapes.MERCHANT_ID);
        Currency currency = row.value("currency", Shapes.CURRENCY);
        String plan = plan(row, currency);
        Merchant merchant = new Merchant(
                row.line(),
                id,
                same(row.value("mcc", Shapes.MCC)),
                row.value("status", STATUS),
                row.value("merchant_class", MERCHANT_CLASS),
                same(plan),
                row.value("settlement_cycle", CYCLE),
                currency,
                minPayout(row, currency),
                Boolean.TRUE.equals(row.value("payout_hold", Shapes.YES_NO)),
                same(agents.named(row, businessDate)));
        if (row.isSound()) {
            merchants.add(merchant);
        } else {
            unsound.add(row.text("merchant_id"));
        }
    }

    private String plan(CsvRow row, Currency currency) {
        String plan = row.value("fee_plan", Shapes.ID);
        if (plan != null) {
            plans.refusal(plan, businessDate, ReferenceFiles.FEE_PLANS)
                    .ifPresent(what -> row.problem("fee_plan", what));
            plans.inForce(plan, businessDate)
                    .filter(found -> currency != null && found.namesAmounts())
                    .ifPresent(found -> row.compare("fee_plan", plans.currencyOf(found), currency));
        }
        return plan;
    }

    private long minPayout(CsvRow row, Currency currency) {
        if (currency == null) {
            return 0;
        }
        Long amount = row.value("min_payout", amounts.computeIfAbsent(currency.code(), c -> Shapes.amount(currency)));
        return amount == null ? 0 : amount;
    }

    private static Payee payee(CsvRow row) {
        return new Payee(
                row.text("merchant_id"),
                row.value("name", NAME),
                row.value("account_name", ACCOUNT_NAME),
                row.value("account_no", Shapes.ACCOUNT_NO),
                row.value("bank_code", Shapes.BANK_CODE),
                row.value("bank_name", BANK_NAME));
    }

    /** Repeated texts are kept once. */
    private String same(String text) {
        return text == null ? null : sameText.computeIfAbsent(text, first -> first);
    }
}
