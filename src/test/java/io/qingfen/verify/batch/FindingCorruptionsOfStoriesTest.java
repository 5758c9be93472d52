package io.qingfen.verify.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
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
        }
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
