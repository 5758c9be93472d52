package io.qingfen.payouts.jdbc;

import io.qingfen.TestDatabase;
import io.qingfen.bulk.BulkLoad;
import io.qingfen.ledger.Moves;
import io.qingfen.payouts.ReleaseGate;
import io.qingfen.reference.AccountCipher;
import io.qingfen.reference.Accounts;
import io.qingfen.run.DayWork;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Parts of the step for tests that build them by hand, on accounts that a test names. */
public final class TestPayouts {
    /** Date, merchant, currency, net, payout, value date; every line of the position is 0. */
    public static final String INSERT_POSITION = """
            insert into position (business_date, merchant_id, currency, sales_count, sales_minor, voids_minor,
              refunds_minor, merchant_fees_minor, instant_fee_minor, deposit_withheld_minor, deposit_refund_minor,
              chargebacks_minor, chargeback_reversals_minor, adjustments_minor, reserve_withheld_minor,
              reserve_released_minor, payout_returned_minor, credits_withheld_minor, brought_forward_minor, net_minor,
              decision, payout_minor, carried_forward_minor, value_date)
            values (?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?, 'PAYOUT', ?, 0, ?)
            """;

    private TestPayouts() {}

    public static Payouts payouts(DataSource books) {
        return new Payouts(JdbcClient.create(books), new ReadableCipher());
    }

    public static Preparedness prepared(DataSource books) {
        return new Preparedness(JdbcClient.create(books));
    }

    public static Proposals proposals(DataSource books) {
        return new Proposals(JdbcClient.create(books));
    }

    public static PayoutStates states(DataSource books) {
        return new PayoutStates(JdbcClient.create(books));
    }

    public static ReleaseGate controls(DataSource books) {
        return new ControlsGate(JdbcClient.create(books));
    }

    public static ReleaseGate riskHolds(DataSource books) {
        return new RiskHoldsGate(JdbcClient.create(books));
    }

    public static DayWork ended(DataSource books, Moves moves) {
        return new EndedPayouts(JdbcClient.create(books), moves);
    }

    public static ResultFiles resultFiles(DataSource books) {
        return new ResultFiles(JdbcClient.create(books));
    }

    public static LookAtRows lookAt(DataSource books) {
        return new LookAtRows(JdbcClient.create(books));
    }

    public static PayoutPreparation preparation(
            DataSource books, BulkLoad bulk, Map<String, Accounts.Account> accounts) {
        Accounts named = (ids, date) ->
                ids.stream().filter(accounts::containsKey).collect(Collectors.toMap(id -> id, accounts::get));
        return new PayoutPreparation(
                new JdbcTemplate(books), TestDatabase.dialectOf(books), bulk, named, new ReadableCipher());
    }

    /** Hex of the text, so that a test sees that the number itself is nowhere. */
    private static final class ReadableCipher implements AccountCipher {
        @Override
        public byte[] encrypt(String merchantId, String accountNo) {
            return HexFormat.of()
                    .formatHex(accountNo.getBytes(StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String decrypt(String merchantId, byte[] cipher) {
            return new String(
                    HexFormat.of().parseHex(new String(cipher, StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        }

        @Override
        public String digest(String merchantId, String accountNo) {
            return accountNo;
        }

        @Override
        public boolean isDigestOf(String digest, String merchantId, String accountNo) {
            return digest.equals(accountNo);
        }
    }
}
