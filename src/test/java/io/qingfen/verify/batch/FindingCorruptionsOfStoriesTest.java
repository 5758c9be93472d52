package io.qingfen.verify.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What generated nights do not have: a sale that the host takes back later, and records that people link. */
class FindingCorruptionsOfStoriesTest {

    @Test
    void inWhatAReversalTakesBack() throws Exception {
        LocalDate date = LocalDate.of(2026, 7, 7);
        try (Played played = Played.story("2026-07-06-corrected-late-returned")) {
            String effect = "update clearing_effect set %s where kind = 'REVERSAL' and business_date = '2026-07-07'";
            requireNamed(
                    played,
                    date,
                    "table clearing_effect [A20260707-01-3]",
                    Map.of(
                            "amount_minor (by its original): is '1251', should be '1250'",
                            // in every table that repeats it, so that only the original can tell
                            List.of(
                                    effect.formatted("amount_minor = 1251"),
                                    "update open_item set withheld_minor = 1251 where item_id = 'A20260707-01-3'",
                                    "update review_case set exposure_minor = 1251 where subject = 'A20260707-01-3'"),
                            "original_id, original_date: C20260706-01-9 of 2026-07-06 was neither",
                            List.of(effect.formatted("original_id = 'C20260706-01-9'")),
                            "original_id: C20260706-01-6 has the reference 070611000001",
                            List.of(effect.formatted("original_id = 'C20260706-01-6'")),
                            "merchant_id (by its original)",
                            List.of(effect.formatted("merchant_id = '898310058120001'")),
                            "fee_minor, cost_minor: is '5, 0'",
                            List.of(effect.formatted("fee_minor = 5")),
                            "reversals of its original: is '2'",
                            List.of(
                                    "insert into clearing_effect (original_id, original_date, merchant_id, business_date,"
                                            + " kind, item_id, amount_minor, fee_minor, cost_minor) select original_id,"
                                            + " original_date, merchant_id, business_date, kind, 'A1', amount_minor, 0, 0 from"
                                            + " clearing_effect where kind = 'REVERSAL'"),
                            "amount_minor (by its original): is '1250', should be '1050'",
                            List.of(
                                    "insert into clearing_effect (original_id, original_date, merchant_id, business_date,"
                                            + " kind, item_id, amount_minor, fee_minor, cost_minor) select original_id,"
                                            + " original_date, merchant_id, original_date, 'REFUND', 'C1', 200, 0, 0 from"
                                            + " clearing_effect where kind = 'REVERSAL'")));
        }
    }

    @Test
    void inTheAuthorizationThatPeopleLinked() throws Exception {
        LocalDate date = LocalDate.of(2026, 6, 9);
        try (Played played = Played.story("2026-06-08-decisions")) {
            String link = "update linked_pair set %s where business_date = '2026-06-09'";
            requireNamed(
                    played,
                    date,
                    "table linked_pair [",
                    Map.of(
                            "answer_terminal_id (by authorizations_",
                            List.of(link.formatted("answer_terminal_id = '10000001'")),
                            "answer_rrn (by authorizations_",
                            List.of(link.formatted("answer_rrn = '060801000009'")),
                            "answer_item_id (by authorizations_",
                            List.of(link.formatted("answer_item_id = 'A20260608-01-99'")),
                            "merchant_id (by authorizations_",
                            List.of(link.formatted("merchant_id = '898310059420009'")),
                            "has no row for the authorization",
                            List.of("delete from linked_pair where business_date = '2026-06-09'")));
            requireNamed(played, date, "table ", decisions());
            requireNamed(played, date, "table money_move [CASE|", movesOfDecisions());
            String found = "update decided_item set linked_case_id = %s where linked_case_id is not null";
            String missing = "case_proposal has it, table decided_item has not";
            Map<String, List<String>> forgotten = Map.of(missing, List.of(found.formatted("null")));
            String other = "linked_case_id: table decided_item says 'K1'";
            requireNamed(played, date, "table ", forgotten);
            requireNamed(played, date, "table ", Map.of(other, List.of(found.formatted("'K1'"))));
            requireNamed(played, LocalDate.of(2026, 6, 11), "table ", forgotten);
        }
    }

    /** What was settled is priced again, and goes over the accounts of its scheme. */
    private static Map<String, List<String>> movesOfDecisions() {
        String move = "update money_move set %s where business_date = '2026-06-09' and move_key like 'CASE|%%|%s'";
        Map<String, List<String>> changes = new LinkedHashMap<>();
        changes.put(
                "|FEE] amount_minor: table money_move says '51', what waited and was decided says '50'",
                List.of(move.formatted("amount_minor = 51", "FEE")));
        changes.put("|COST] amount_minor", List.of(move.formatted("amount_minor = amount_minor + 1", "COST")));
        changes.put(
                "|SETTLED] debit_account",
                List.of(move.formatted("debit_account = 'assets:scheme-receivable:VISA'", "SETTLED")
                        + " and debit_account = 'assets:scheme-receivable:UNIONPAY'"));
        changes.put(
                "what waited and was decided has it, table money_move has not",
                List.of("delete from money_move where business_date = '2026-06-09' and move_key like 'CASE|%|FEE'"));
        return changes;
    }

    /** In what two persons decided, and in the chain that remembers it. */
    private static Map<String, List<String>> decisions() {
        String settled = "K4f33da592fe21dc20df2";
        String proposal = "update case_proposal set %s where case_id = '" + settled + "'";
        String decided = "update decided_item set %s where case_id = '" + settled + "'";
        String audit = "update audit_record set %s where record_no = 3";
        Map<String, List<String>> changes = new LinkedHashMap<>();
        changes.put("no cases.approved of " + settled + " by lin", List.of(proposal.formatted("checker = 'lin'")));
        changes.put("no cases.proposed of " + settled + " by lin", List.of(proposal.formatted("maker = 'lin'")));
        changes.put("resolution: table review_case says", List.of(proposal.formatted("resolution = 'DO_NOT_SETTLE'")));
        changes.put(
                "review_case has it, table case_proposal has not",
                List.of("delete from case_proposal where case_id = '" + settled + "'"));
        changes.put("paid_side: table decided_item says ''", List.of(decided.formatted("paid_side = ''")));
        changes.put("settled_minor: table money_move says '6000'", List.of(decided.formatted("settled_minor = 6001")));
        changes.put("|WRITTEN_OFF]: table money_move has it", List.of(decided.formatted("resolution = 'LINK'")));
        changes.put("captured_minor: table decided_item says", List.of(decided.formatted("captured_minor = 6001")));
        changes.put("audit_record [3] sha256", List.of(audit.formatted("actor = 'lin'")));
        changes.put("audit_record [4] record_no", List.of("delete from audit_record where record_no = 3"));
        changes.put("audit_head [audit] sha256", List.of("update audit_head set sha256 = 'x'"));
        return changes;
    }

    /** A paid payout that is called rejected would be paid again. */
    @Test
    void inWhatBanksAnswered() throws Exception {
        LocalDate date = LocalDate.of(2026, 6, 23);
        String paid = "P20260622-898310059420001";
        String event = "update payout_event set %s where payout_id = '" + paid + "' and to_state = 'PAID'";
        String move = "update money_move set %s where move_key = 'PAYOUT|" + paid + "'";
        Map<String, List<String>> changes = new LinkedHashMap<>();
        changes.put("does not say so", List.of(event.formatted("to_state = 'REJECTED'")));
        changes.put(
                "state: table payout says 'REJECTED', table payout_event says 'PAID'",
                List.of("update payout set state = 'REJECTED' where payout_id = '" + paid + "'"));
        changes.put(
                "tables payout_event and payout says 'assets:bank'", List.of(move.formatted("credit_account = 'x'")));
        changes.put(
                "ends: table payout says '1'",
                List.of("insert into payout_event select payout_id, 9, 'PAID',"
                        + " 'RETURNED', happened_at, actor, source, reason, bank_date, business_date from payout_event where"
                        + " payout_id = '" + paid + "' and to_state = 'PAID'"));
        changes.put(
                "payout_result_file has no", List.of("delete from payout_result_file where file_name like '%02.csv'"));
        changes.put(
                "payout-results_20260623_02.csv] sha256",
                List.of("update payout_result_file set sha256 = 'x' where file_name like '%02.csv'"));
        changes.put("no payouts.withdraw of " + paid, List.of(event.formatted("source = '', to_state = 'WITHDRAWN'")));
        try (Played played = Played.story("2026-06-22-payouts-out-and-back")) {
            requireNamed(played, date, "table ", changes);
            requireNamed(played, date, "table ", releases());
            requireNamed(
                    played,
                    LocalDate.of(2026, 6, 22),
                    "table payout_event [" + paid + "|2]",
                    Map.of(
                            "no payouts.sent by lin",
                            List.of("update payout_event set actor = 'lin' where payout_id = '" + paid
                                    + "' and to_state = 'SENT'")));
        }
    }

    /** Who let a payout go that is still on its way, and where it is. */
    private static Map<String, List<String>> releases() {
        String waits = "P20260623-898310058120001";
        String event = " where payout_id = '" + waits + "' and to_state = 'RELEASED'";
        String state = "update payout set state = '%s' where payout_id = '" + waits + "'";
        String release = "update payout_release set %s where business_date = '2026-06-23'";
        Map<String, List<String>> changes = new LinkedHashMap<>();
        changes.put("has no release by lin", List.of("update payout_event set actor = 'lin'" + event));
        changes.put("[" + waits + "|2] event_no", List.of("update payout_event set event_no = 2" + event));
        changes.put("cannot follow PREPARED", List.of("update payout_event set to_state = 'SENT'" + event));
        changes.put("state (by table payout_event): is 'SENT'", List.of(state.formatted("SENT")));
        changes.put(
                "no event says that it left", List.of("delete from payout_event" + event, state.formatted("PREPARED")));
        changes.put("no payouts.approve by lin", List.of(release.formatted("checker = 'lin'")));
        changes.put("no payouts.propose by lin", List.of(release.formatted("maker = 'lin'")));
        changes.put("no payouts.approve by jun, proposal 1, digest x", List.of(release.formatted("digest = 'x'")));
        return changes;
    }

    /** @param changes statements by what the proof must say behind the place; each is rolled back after its proof */
    private static void requireNamed(Played played, LocalDate date, String place, Map<String, List<String>> changes)
            throws SQLException {
        try (Connection connection = played.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            assertThat(played.proved(date, connection).differences()).isEmpty();
            for (Map.Entry<String, List<String>> change : changes.entrySet()) {
                for (String sql : change.getValue()) {
                    try (Statement statement = connection.createStatement()) {
                        assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(1);
                    }
                }
                assertThat(played.proved(date, connection).differences())
                        .as("%s", change.getValue())
                        .anyMatch(found -> found.startsWith(place) && found.contains(change.getKey()));
                connection.rollback();
            }
        }
    }
}
