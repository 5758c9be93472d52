package io.qingfen.settlement;

import static io.qingfen.settlement.Shops.FRI_2026_02_13;
import static io.qingfen.settlement.Shops.NOODLES;
import static io.qingfen.settlement.Shops.day;
import static io.qingfen.settlement.Shops.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.ledger.Account;
import io.qingfen.ledger.Entry;
import io.qingfen.ledger.Posting;
import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.money.Rate;
import io.qingfen.reference.AgentTerms;
import io.qingfen.reference.Agreements;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.Snapshot;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code (merchant fees − floor rate × volume) × ratio}, rounded once. */
class SharingWithAgentsTest {
    @ParameterizedTest(name = "fees {1} on {0} above {2}, of it {3}: {5}")
    @CsvSource({
        // volume, fees, floor rate, ratio, floor fees, share
        "10000.00, 60.00, 0.40%, 70%, 40.00, 14.00",
        "1333.35, 6.67, 0.30%, 50%, 4.00, 1.33",
        "200.00, 1.00, 0.40%, 33.3333%, 0.80, 0.07",
        // the floor is not rounded before the share is
        "10.00, 0.05, 0.35%, 60%, 0.04, 0.01",
        "1.25, 0.02, 0.40%, 100%, 0.01, 0.02",
        // half a fen goes away from zero, on both sides
        "0.00, 0.01, 0.40%, 50%, 0.00, 0.01",
        "0.00, -0.01, 0.40%, 50%, 0.00, -0.01",
        // a refund takes back, unless the merchant's fee was kept
        "-100.00, -0.60, 0.40%, 70%, -0.40, -0.14",
        "-100.00, 0.00, 0.40%, 70%, -0.40, 0.28",
        // a merchant below the floor costs its agent
        "10000.00, 38.00, 0.40%, 70%, 40.00, -1.40",
        "10000.00, 40.00, 0.40%, 70%, 40.00, 0.00",
        // more than 64 bits on the way
        "9000000000000000.00, 90000000000000.00, 0.40%, 100%, 36000000000000.00, 54000000000000.00"
    })
    void isReckonedPerMerchantAndDay(
            String volume, String fees, String floor, String ratio, String floorFees, String share) {
        AgentShare found = new AgentShare(
                FRI_2026_02_13,
                "EAST",
                NOODLES,
                Currency.CNY,
                minor(volume),
                minor(fees),
                Rate.parse(floor),
                Rate.parse(ratio));

        assertThat(found.floorFeesMinor()).isEqualTo(minor(floorFees));
        assertThat(found.shareMinor()).isEqualTo(minor(share));
    }

    @Test
    void takesVolumeAndFeesFromWhatWasCleared() {
        MerchantDay day = day(
                new Owed(7_00, 0),
                total(DayLine.SALES, 2, 1_000_00),
                total(DayLine.VOIDS, 1, -100_00),
                total(DayLine.REFUNDS, 1, -50_00),
                total(DayLine.MERCHANT_FEES, 0, -5_10),
                total(DayLine.SCHEME_COST, 0, 3_00));

        AgentShare share = AgentShare.of(day, sharing("EAST")).orElseThrow();

        assertThat(share.volumeMinor()).isEqualTo(850_00);
        assertThat(share.merchantFeesMinor()).isEqualTo(5_10);
    }

    @Test
    void isNothingWithoutAgentWithoutFileAndOnADayThatClearedNothing() {
        MerchantDay day = day(Owed.NOTHING, total(DayLine.SALES, 1, 1_000_00));

        assertThat(AgentShare.of(day, sharing(""))).isEmpty();
        assertThat(AgentShare.of(day, sharing("EAST").with(Agreements.NONE))).isEmpty();
        assertThat(AgentShare.of(day(new Owed(7_00, 0)), sharing("EAST"))).isEmpty();
    }

    @Test
    void isAnExpenseOwedToTheAgentAndTheOtherWayRoundWhenTakenBack() {
        MerchantDay earning =
                day(Owed.NOTHING, total(DayLine.SALES, 1, 1_000_00), total(DayLine.MERCHANT_FEES, 0, -5_00));
        MerchantDay losing =
                day(Owed.NOTHING, total(DayLine.REFUNDS, 1, -1_000_00), total(DayLine.MERCHANT_FEES, 0, 5_00));

        assertThat(booked(earning)).isEqualTo(1_00);
        assertThat(booked(losing)).isEqualTo(-1_00);
    }

    /** What the entry credits to the agent, after both sides of it were found to be right. */
    private static long booked(MerchantDay day) {
        Optional<AgentShare> share = AgentShare.of(day, sharing("EAST"));
        Entry entry = DayEntries.of(day, Optional.empty(), share).stream()
                .filter(each -> each.key().equals("AGENT_SHARE|" + NOODLES + "|CNY"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.postings())
                .extracting(Posting::account)
                .containsExactly(Account.AGENT_SHARE, Account.agentPayable("EAST"));
        Posting payable = entry.postings().get(1);
        return payable.creditMinor() - payable.debitMinor();
    }

    private static Snapshot sharing(String agent) {
        Merchant it = Shops.noodles();
        Merchant merchant = new Merchant(
                it.no(),
                it.id(),
                it.mcc(),
                it.status(),
                it.merchantClass(),
                it.feePlan(),
                it.cycle(),
                it.currency(),
                it.minPayoutMinor(),
                it.payoutHold(),
                agent);
        AgentTerms terms = new AgentTerms("EAST", LocalDate.of(2026, 1, 1), Rate.parse("0.30%"), Rate.parse("50%"));
        return Shops.reference(merchant).with(new Agreements(Map.of(), Optional.of(Map.of("EAST", terms))));
    }

    private static long minor(String amount) {
        return Amounts.parse(amount, Currency.CNY);
    }
}
