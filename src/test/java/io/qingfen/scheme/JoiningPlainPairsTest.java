package io.qingfen.scheme;

import static io.qingfen.scheme.DenseWorld.DATE;
import static io.qingfen.scheme.DenseWorld.TWINS;
import static io.qingfen.scheme.DenseWorld.TYPES;
import static io.qingfen.scheme.DenseWorld.record;
import static io.qingfen.scheme.DenseWorld.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import io.qingfen.scheme.SchemeRecord.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Plain pairs first and the rest after them gives what the join of everything gives, whatever the files say. */
class JoiningPlainPairsTest {
    private static final int SEEDS = Integer.getInteger("qingfen.scheme.plain", 3_000);

    @Test
    void isTheSameAsJoiningEverything() {
        long plain = 0;
        long all = 0;
        long fees = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            DenseWorld world = new DenseWorld(new SplittableRandom(seed));
            DenseWorld.Told whole = world.whole();
            DenseWorld.Told parted = world.parted();
            assertThat(parted.text).as("seed %d", seed).isEqualTo(whole.text);
            plain += parted.plain;
            fees += parted.plainFees;
            all += world.records.size();
        }
        assertThat(plain).as("plain of %d records", all).isBetween(all / 5, all * 4 / 5);
        assertThat(fees).as("fees of plain records").isGreaterThan(SEEDS);
    }

    /** Two numbers that are no one's: a table that took them for one would join what does not belong together. */
    @Test
    void aTransactionWithoutAnyKeyIsLeft() {
        PlainPairs plain = new PlainPairs(source("unionpay-acom"), Currency.CNY);
        OwnItem item = own("T1", "", "", 100);
        SchemeRecord record = record(1, TxnType.SALE, "", "", "", "", 100);
        plain.show(item);
        plain.show(record);
        assertThat(plain.take(record)).isEmpty();
        List<OwnItem> left = new ArrayList<>();
        plain.eachLeft(left::add);
        assertThat(left).containsExactly(item);
    }

    /** Found in two minutes: the mixing has no secret. Whoever writes such references makes pairs less plain, nothing else. */
    @Test
    void twoTextsOfOneKeyAreNeverTakenForOne() {
        for (List<String> two : TWINS) {
            String one = two.get(0);
            String other = two.get(1);
            assertThat(KeyCounts.key('R', one, "")).isEqualTo(KeyCounts.key('R', other, ""));
            PlainPairs plain = new PlainPairs(source("unionpay-acom"), Currency.CNY);
            SchemeRecord wrong = record(1, TxnType.SALE, one, "", "", "", 100);
            plain.show(own("T1", other, "", 100));
            plain.show(wrong);
            assertThat(plain.take(wrong)).as("another's record").isEmpty();

            PlainPairs ofFees = new PlainPairs(source("unionpay-acom"), Currency.CNY);
            BrandFee fee = new BrandFee(new Place(2, 1), other, false, "", "", "", 100, 3, Currency.CNY, "", "");
            ofFees.show(own("T1", one, "", 100));
            ofFees.show(wrong);
            ofFees.show(fee);
            assertThat(ofFees.take(wrong)).as("with another's fee").isEmpty();
            assertThat(ofFees.isTaken(fee)).isFalse();
        }
    }

    @Test
    void giveBackWhatWasShownToTheLastField() {
        PlainPairs plain = new PlainPairs(source("unionpay-acom"), Currency.CNY);
        List<OwnItem> shown = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            Long cost = i % 3 == 0 ? null : Long.valueOf(i - 30_000);
            Currency currency = Currency.ofNumber(i % 100);
            shown.add(new OwnItem(
                    "A|" + i,
                    DATE.plusDays(i),
                    TYPES[i % 4],
                    "参考" + i,
                    "r" + i,
                    "t",
                    "m" + i,
                    -1L << i % 64,
                    cost,
                    currency,
                    i * 7_919L));
        }
        shown.forEach(plain::show);
        List<OwnItem> left = new ArrayList<>();
        plain.eachLeft(left::add);
        assertThat(left).isEqualTo(shown);
    }

    private static OwnItem own(String id, String ref, String rrn, long minor) {
        return new OwnItem(id, DATE, TxnType.SALE, ref, rrn, "t1", "M1", minor, 0L, Currency.CNY, 0);
    }
}
