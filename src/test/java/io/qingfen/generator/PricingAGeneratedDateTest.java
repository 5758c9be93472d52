package io.qingfen.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.pricing.Priceable;
import io.qingfen.pricing.Prices;
import io.qingfen.reference.CardOrigin;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.TxnType;
import io.qingfen.reference.batch.ReferenceFiles;
import io.qingfen.reference.batch.ReferenceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The truth file's fee total is reckoned by other code than the night's: both must agree to the fen. */
class PricingAGeneratedDateTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02", "2026-07-01"})
    void agreesWithThePricingOfItsPlans(LocalDate date) throws IOException {
        Planted planted = Generation.write(
                GenerationOptions.of(home, date, 200, 10_000, 11).withFaults(FaultMix.none()));
        Snapshot snapshot = ReferenceReader.read(ReferenceFiles.of(home), date, "")
                .snapshot()
                .orElseThrow();
        Prices prices = new Prices(date, snapshot, merchant -> 0);
        Map<String, String> entryModes = entryModes();
        long fees = 0;
        for (List<String> answer : answers()) {
            fees += prices.price(priceable(answer, entryModes.get(answer.get(1)), snapshot))
                    .feeMinor();
        }
        assertThat(planted.feesMinor()).hasValue(fees);
    }

    private static Priceable priceable(List<String> answer, String entryMode, Snapshot snapshot) {
        return new Priceable(
                TxnType.SALE,
                Channel.valueOf(answer.get(7)),
                CardType.valueOf(answer.get(10)),
                CardOrigin.valueOf(answer.get(11)),
                entryMode,
                snapshot.merchant(answer.get(2)),
                Amounts.parse(answer.get(12), Currency.CNY),
                Currency.CNY);
    }

    private Map<String, String> entryModes() {
        Map<String, String> modes = new HashMap<>();
        InputFileReader.files(home.resolve("inbox"), "terminal-batches").stream()
                .flatMap(file -> InputFileReader.batches(file).stream())
                .flatMap(batch -> batch.details().stream())
                .forEach(detail -> modes.put(detail.get(7), detail.get(9)));
        return modes;
    }

    private List<List<String>> answers() {
        return InputFileReader.files(home.resolve("inbox"), "authorizations").stream()
                .flatMap(file -> InputFileReader.authorizations(file).stream())
                .toList();
    }
}
