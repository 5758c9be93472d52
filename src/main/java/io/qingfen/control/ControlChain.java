package io.qingfen.control;

import static io.qingfen.control.Control.Compares.AMOUNT;
import static io.qingfen.control.Control.Compares.COUNT;
import static io.qingfen.control.Control.Compares.COUNT_AND_AMOUNT;
import static io.qingfen.control.Measure.*;
import static io.qingfen.control.Measure.AGENT_SHARES;
import static io.qingfen.control.Measure.AGENT_SHARES_POSTED;
import static io.qingfen.control.Measure.POSITION_RESERVES_RELEASED;
import static io.qingfen.control.Measure.POSITION_RESERVES_WITHHELD;
import static io.qingfen.control.Measure.POSITION_SHARED_FEES;
import static io.qingfen.control.Measure.RESERVES_BY_LEDGER;
import static io.qingfen.control.Measure.RESERVES_HELD;
import static io.qingfen.control.Measure.RESERVES_RELEASED;
import static io.qingfen.control.Measure.RESERVES_WITHHELD;
import static io.qingfen.control.Measure.SHARED_FEES;

import java.util.ArrayList;
import java.util.List;

/**
 * Every control of the night, in the order of the chain: files, records, what was judged and carried in, outcomes,
 * positions, payouts and what is carried forward; the ledger beside each. This list is the whole of it.
 */
public final class ControlChain {
    private static final List<Control> CONTROLS = chain();

    private ControlChain() {}

    public static List<Control> controls() {
        return CONTROLS;
    }

    /** The chain of a date in order. */
    public static ProvenChain prove(Measures measures) {
        List<ProvenChain.Link> links = new ArrayList<>();
        for (Control control : CONTROLS) {
            control.totals(measures).forEach(total -> links.add(new ProvenChain.Link(control, total)));
        }
        return new ProvenChain(links, measures);
    }

    private static List<Control> chain() {
        List<Control> chain = new ArrayList<>();
        chain.addAll(intake());
        chain.addAll(decisions());
        chain.addAll(clearing());
        chain.addAll(results());
        chain.addAll(settlement());
        chain.addAll(ledger());
        chain.addAll(subLedgers());
        return List.copyOf(chain);
    }

    private static List<Control> intake() {
        String files = "files -> records";
        String records = "records";
        String rejects = "records -> rejects";
        return List.of(
                counts(files, "batches", Sum.of(STATED_BATCHES), Sum.of(BATCHES_PRESENT)),
                counts(files, "captures", Sum.of(STATED_CAPTURES), Sum.of(CAPTURES_PRESENT)),
                counts(files, "authorizations", Sum.of(STATED_AUTHORIZATIONS), Sum.of(AUTHORIZATIONS_PRESENT)),
                both(records, "batches", Sum.of(BATCHES_PRESENT), Sum.of(BATCHES_ACCEPTED, BATCHES_REJECTED)),
                both(records, "captures", Sum.of(CAPTURES_PRESENT), Sum.of(CAPTURES_ACCEPTED, CAPTURES_REJECTED)),
                both(
                        records,
                        "authorizations",
                        Sum.of(AUTHORIZATIONS_PRESENT),
                        Sum.of(AUTHORIZATIONS_ACCEPTED, AUTHORIZATIONS_REJECTED)),
                counts(rejects, "batches", Sum.of(BATCHES_REJECTED), Sum.of(REJECTED_BATCH_ROWS)),
                counts(rejects, "captures", Sum.of(CAPTURES_REJECTED), Sum.of(REJECTED_CAPTURE_ROWS)),
                counts(rejects, "authorizations", Sum.of(AUTHORIZATIONS_REJECTED), Sum.of(REJECTED_AUTHORIZATION_ROWS)),
                both("records -> judged", "captures", Sum.of(CAPTURES_ACCEPTED), Sum.of(CAPTURES_IN)),
                both("records -> judged", "authorizations", Sum.of(AUTHORIZATIONS_ACCEPTED), Sum.of(AUTHORIZATIONS_IN)),
                both(
                        "carried in",
                        "captures",
                        Sum.of(WAITING_CAPTURES_BEFORE),
                        Sum.of(CAPTURES_CARRIED_IN, CAPTURES_DECIDED)),
                both(
                        "carried in",
                        "authorizations",
                        Sum.of(WAITING_AUTHORIZATIONS_BEFORE),
                        Sum.of(AUTHORIZATIONS_CARRIED_IN, AUTHORIZATIONS_DECIDED)));
    }

    private static List<Control> decisions() {
        String moves = "decisions -> moves";
        return List.of(
                both("decisions", "captures", Sum.of(CAPTURES_DECIDED), Sum.of(DECIDED_CAPTURES)),
                both("decisions", "authorizations", Sum.of(AUTHORIZATIONS_DECIDED), Sum.of(DECIDED_AUTHORIZATIONS)),
                counts("decisions -> cases", "items", Sum.of(DECIDED_ITEMS), Sum.of(DECIDED_ITEMS_WITH_APPLIED_CASE)),
                both(moves, "suspense and withheld credits", Sum.of(DECIDED_RELEASES), Sum.of(MOVED_RELEASES)),
                both(moves, "adjustments", Sum.of(DECIDED_ADJUSTMENTS), Sum.of(MOVED_ADJUSTMENTS)));
    }

    private static List<Control> clearing() {
        String followUps = "judged -> follow-ups";
        String outcomes = "judged + carried in -> outcomes";
        return List.of(
                both(followUps, "captures", Sum.of(CAPTURES_TO_FOLLOW_UP), Sum.of(CAPTURES_FOLLOWED_UP)),
                both(
                        followUps,
                        "authorizations",
                        Sum.of(AUTHORIZATIONS_TO_FOLLOW_UP),
                        Sum.of(AUTHORIZATIONS_FOLLOWED_UP)),
                both(
                        outcomes,
                        "captures",
                        Sum.of(CAPTURES_IN, CAPTURES_CARRIED_IN),
                        Sum.of(CAPTURES_DUPLICATE_BATCH, CAPTURES_SETTLED, CAPTURES_NOT_SETTLED, CAPTURES_OPEN)),
                both(
                        outcomes,
                        "authorizations",
                        Sum.of(AUTHORIZATIONS_IN, AUTHORIZATIONS_CARRIED_IN),
                        Sum.of(
                                AUTHORIZATIONS_SETTLED,
                                AUTHORIZATIONS_NOT_SETTLED,
                                AUTHORIZATIONS_OPEN,
                                AUTHORIZATIONS_FAILED,
                                AUTHORIZATIONS_NOT_FINANCIAL)));
    }

    private static List<Control> results() {
        String outcomes = "outcomes -> transactions";
        String open = "outcomes -> open items";
        return List.of(
                both(outcomes, "captures settled", Sum.of(CAPTURES_SETTLED), Sum.of(TRANSACTIONS_SETTLED)),
                both(outcomes, "authorizations settled", Sum.of(AUTHORIZATIONS_SETTLED), Sum.of(TRANSACTIONS_SETTLED)),
                both(
                        outcomes,
                        "captures not settled",
                        Sum.of(CAPTURES_NOT_SETTLED),
                        Sum.of(CAPTURES_OF_TRANSACTIONS_NOT_SETTLED)),
                counts(
                        outcomes,
                        "authorizations not settled",
                        Sum.of(AUTHORIZATIONS_NOT_SETTLED),
                        Sum.of(AUTHORIZATIONS_OF_TRANSACTIONS_NOT_SETTLED)),
                both(outcomes, "held", Sum.of(WAITING_SINCE_TODAY), Sum.of(TRANSACTIONS_HELD)),
                both(
                        "outcomes -> failures",
                        "authorizations",
                        Sum.of(AUTHORIZATIONS_FAILED, WAITING_WITHOUT_ANSWER),
                        Sum.of(FAILURE_ROWS)),
                both(open, "captures", Sum.of(CAPTURES_OPEN), Sum.of(WAITING_CAPTURES)),
                both(open, "authorizations", Sum.of(AUTHORIZATIONS_OPEN), Sum.of(WAITING_AUTHORIZATIONS)),
                counts("open items -> cases", "items", Sum.of(WAITING_WITH_CASE), Sum.of(WAITING_WITH_OPEN_CASE)),
                amounts(
                        "transactions",
                        "net",
                        Sum.of(CLEARED_SALES, CLEARED_VOIDS, CLEARED_REFUNDS, CLEARED_FEES),
                        Sum.of(CLEARED_NET)),
                amounts(
                        "outcomes -> cases",
                        "captures of duplicate batches",
                        Sum.of(CAPTURES_DUPLICATE_BATCH),
                        Sum.of(DUPLICATE_BATCH_CASES)));
    }

    private static List<Control> settlement() {
        String cleared = "settled -> positions";
        String others = "other lines -> positions";
        return List.of(
                both(cleared, "sales", Sum.of(CLEARED_SALES), Sum.of(POSITION_SALES)),
                amounts(cleared, "voids", Sum.of(CLEARED_VOIDS), Sum.of(POSITION_VOIDS)),
                amounts(cleared, "refunds", Sum.of(CLEARED_REFUNDS), Sum.of(POSITION_REFUNDS)),
                amounts(cleared, "merchant fees", Sum.of(CLEARED_FEES), Sum.of(POSITION_MERCHANT_FEES)),
                amounts(
                        others,
                        "credits withheld",
                        Sum.of(CREDITS_WITHHELD_BEFORE).minus(CREDITS_WITHHELD),
                        Sum.of(POSITION_CREDITS_WITHHELD)),
                amounts(
                        others,
                        "deposits withheld",
                        Sum.of().minus(DEPOSITS_WITHHELD),
                        Sum.of(POSITION_DEPOSITS_WITHHELD)),
                amounts(others, "deposit refunds", Sum.of(DEPOSITS_GIVEN_BACK), Sum.of(POSITION_DEPOSIT_REFUNDS)),
                ifAny(others, "reserves withheld", RESERVES_WITHHELD, POSITION_RESERVES_WITHHELD),
                ifAny(others, "reserves released", RESERVES_RELEASED, POSITION_RESERVES_RELEASED),
                both(others, "decisions and bank results", Sum.of(MOVED_BY_DAY), Sum.of(MOVED_IN_POSITIONS)),
                both(others, "brought forward", Sum.of(BROUGHT_FORWARD_FROM_PREVIOUS_DATE), Sum.of(BROUGHT_FORWARD)),
                ifAny("positions -> agent shares", "merchant fees", POSITION_SHARED_FEES, SHARED_FEES),
                both("positions", "net", Sum.of(POSITIONS), Sum.of(POSITIONS_ADDING_UP)),
                both(
                        "positions -> payouts + carried forward",
                        "net",
                        Sum.of(POSITIONS),
                        Sum.of(POSITION_PAYOUTS, POSITION_CARRIED_FORWARD)));
    }

    private static List<Control> ledger() {
        String movements = "results -> ledger";
        String balances = "ledger";
        return List.of(
                both(movements, "decisions and bank results", Sum.of(MOVES), Sum.of(MOVES_POSTED)),
                amounts(movements, "merchant fees", Sum.of().minus(CLEARED_FEES), Sum.of(LEDGER_MERCHANT_FEES)),
                amounts(movements, "instant fees", Sum.of().minus(POSITION_INSTANT_FEES), Sum.of(LEDGER_INSTANT_FEES)),
                ifAny(movements, "agent shares", AGENT_SHARES, AGENT_SHARES_POSTED),
                amounts(movements, "scheme costs", Sum.of(CLEARED_COSTS), Sum.of(LEDGER_SCHEME_COSTS)),
                amounts(
                        movements,
                        "scheme receivable",
                        Sum.of(CLEARED_SALES, CLEARED_VOIDS, CLEARED_REFUNDS, SUSPENSE)
                                .minus(SUSPENSE_BEFORE)
                                .minus(SUSPENSE_MOVED)
                                .minus(CLEARED_COSTS),
                        Sum.of(LEDGER_SCHEME_RECEIVABLE)),
                counts(balances, "entries", Sum.of(ENTRIES), Sum.of(ENTRIES_WITH_POSTINGS)),
                both(balances, "debits and credits", Sum.of(ENTRY_DEBITS), Sum.of(ENTRY_CREDITS)),
                amounts(balances, "trial balance", Sum.of(BALANCES_IN_DEBIT), Sum.of(BALANCES_IN_CREDIT)),
                both(balances, "opening", Sum.of(BALANCES_CLOSED_BEFORE), Sum.of(BALANCES_OPENED)),
                both(balances, "movements", Sum.of(BALANCES_POSTED), Sum.of(BALANCES_MOVED)),
                both(
                        balances,
                        "movements of the previous date",
                        Sum.of(BALANCES_POSTED_BEFORE),
                        Sum.of(BALANCES_MOVED_BEFORE)),
                both(balances, "closing", Sum.of(BALANCES_ROLLED_FORWARD), Sum.of(BALANCES_CLOSED)));
    }

    private static List<Control> subLedgers() {
        String boundary = "sub-ledgers -> ledger";
        return List.of(
                both(boundary, "owed to merchants", Sum.of(OWED_BY_POSITIONS), Sum.of(OWED_BY_LEDGER)),
                both(boundary, "suspense", Sum.of(SUSPENSE_BY_ITEMS), Sum.of(SUSPENSE_BY_LEDGER)),
                both(boundary, "terminal deposits", Sum.of(DEPOSITS_BY_TERMINALS), Sum.of(DEPOSITS_BY_LEDGER)),
                ifAny(boundary, "reserves", RESERVES_HELD, RESERVES_BY_LEDGER),
                both(boundary, "payouts in transit", Sum.of(IN_TRANSIT_BY_PAYOUTS), Sum.of(IN_TRANSIT_BY_LEDGER)));
    }

    private static Control both(String boundary, String side, Sum left, Sum right) {
        return new Control(boundary, side, left, right, COUNT_AND_AMOUNT, false);
    }

    /** Has rows only where there is something to compare. */
    private static Control ifAny(String boundary, String side, Measure left, Measure right) {
        return new Control(boundary, side, Sum.of(left), Sum.of(right), COUNT_AND_AMOUNT, true);
    }

    private static Control counts(String boundary, String side, Sum left, Sum right) {
        return new Control(boundary, side, left, right, COUNT, false);
    }

    private static Control amounts(String boundary, String side, Sum left, Sum right) {
        return new Control(boundary, side, left, right, AMOUNT, false);
    }
}
