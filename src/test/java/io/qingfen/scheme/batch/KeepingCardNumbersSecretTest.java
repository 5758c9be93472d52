package io.qingfen.scheme.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.TestDatabase;
import io.qingfen.cli.Typed;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

/**
 * Files of every format that carries card numbers, first broken and then sound: afterwards no card number is in the database,
 * in any file of the home, in what was said or logged, or in a temporary file; in ASCII or EBCDIC.
 */
@ExtendWith(OutputCaptureExtension.class)
class KeepingCardNumbersSecretTest extends HomeWithSchemes {
    private static final Charset EBCDIC = Charset.forName("IBM500");
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{13,19}(?![0-9])");
    private static final String SETTINGS = """
            sources:
              - {name: acom, channels: [UNIONPAY], format: unionpay-acom, disputes: unionpay-aerra, fees: unionpay-alfee, cutOff: "23:00"}
              - {name: acoma, channels: [VISA], format: unionpay-acoma, cutOff: "23:00"}
              - {name: zm, channels: [UNIONPAY_QR], format: unionpay-zm, cutOff: "23:00"}
              - {name: acquirer, channels: [JCB], format: acquirer-csv, cutOff: "23:00"}
              - {name: mastercard, channels: [MASTERCARD], format: mastercard-ipm, cutOff: "23:00"}
            """;

    /** Of the IPM file, where no sign stands around it. */
    private final Set<String> cards = new TreeSet<>(Set.of("5103000000000005"));

    KeepingCardNumbersSecretTest() {
        super(TestDatabase.H2);
    }

    @Test
    void noneIsInClearAnywhere(CapturedOutput output) throws IOException {
        Set<Path> before = temporary();
        FileSystemUtils.copyRecursively(STORY.resolve("home"), home);
        Files.writeString(home.resolve("schemes.yml"), SETTINGS);
        Path formats = Files.createDirectories(home.resolve("reference/scheme-formats"));
        Files.copy(SCHEMES.resolve("formats/acquirer-csv.yml"), formats.resolve("acquirer-csv.yml"));
        StringBuilder said = new StringBuilder();
        try (var opened = opened()) {
            program = opened;
            night(MON_2026_03_02);
            deliver(true);
            Typed refused = compare(MON_2026_03_02);
            assertThat(refused.exit()).as(refused.said()).isEqualTo(4);
            assertThat(names(home.resolve("quarantine"))).hasSize(2 * 7);
            deliver(false);
            Typed done = compare(MON_2026_03_02);
            assertThat(done.exit()).as(done.said()).isZero();
            said.append(refused.said()).append(done.said());
            assertThat(strings("select distinct source from scheme_record where card_token <> '' order by source"))
                    .containsExactly("acom", "acoma", "acquirer", "mastercard", "zm");
            assertThat(count("select count(*) from scheme_dispute where card_token <> ''"))
                    .isPositive();
            assertThat(count("select count(*) from scheme_brand_fee where card_token <> ''"))
                    .isEqualTo(3);
            requireNone("what was said", said.toString());
            requireNone("what was logged", output.getAll());
            for (String table :
                    strings("select table_name from information_schema.tables where table_schema = 'PUBLIC'")) {
                requireNone(
                        table,
                        jdbc().queryForList("select * from \"" + table + "\"").toString());
            }
        }
        assertThat(cards).hasSize(11);
        requireNoneInFiles(home);
        for (Path file : temporary()) {
            if (!before.contains(file)) {
                requireNone(file.toString(), Files.readAllBytes(file));
            }
        }
    }

    private void deliver(boolean broken) throws IOException {
        deliver("scheme-acom_20260302_01.txt", sample("scheme-unionpay_20260302_01.txt"), broken);
        deliver("disputes-acom_20260302_01.txt", disputes(), broken);
        deliver("fees-acom_20260302_01.txt", sample("fees-unionpay_20260302_01.txt"), broken);
        deliver("scheme-zm_20260302_01.txt", sample("formats/scheme-online_20260302_01.txt"), broken);
        deliver("scheme-acquirer_20260302_01.csv", sample("formats/scheme-acquirer_20260302_01.csv"), broken);
        deliver("scheme-mastercard_20260302_01.dat", sample("formats/scheme-mastercard_20260302_01.dat"), broken);
        byte[] acoma = AcomLines.bytes(AcomLines.ACOMA, AcomLines.sale("pan", "4111111111111111"));
        deliver("scheme-acoma_20260302_01.txt", acoma, broken);
    }

    /** Broken: its last byte is missing, so that a record, an end or a block is. */
    private void deliver(String name, byte[] bytes, boolean broken) throws IOException {
        cards.addAll(cardsIn(new String(bytes, StandardCharsets.ISO_8859_1)));
        cards.addAll(cardsIn(new String(bytes, EBCDIC)));
        byte[] delivered = broken ? Arrays.copyOf(bytes, bytes.length - 2) : bytes;
        Files.write(home.resolve("inbox").resolve(name), delivered);
    }

    /** Those of Tuesday, a date earlier. */
    private static byte[] disputes() throws IOException {
        return sample("disputes-unionpay_20260303_01.txt");
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(SCHEMES.resolve(name));
    }

    private static List<String> cardsIn(String text) {
        List<String> found = new ArrayList<>();
        Matcher numbers = NUMBER.matcher(text);
        while (numbers.find()) {
            String number = numbers.group();
            if (number.length() == 16 && number.matches("[3-6].*")) {
                found.add(number);
            }
        }
        return found;
    }

    private void requireNoneInFiles(Path folder) throws IOException {
        int files = 0;
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                requireNone(file.toString(), Files.readAllBytes(file));
                files++;
            }
        }
        assertThat(files).as("archive, quarantine, outbox, database").isGreaterThan(30);
    }

    private static Set<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return new TreeSet<>(files.filter(Files::isRegularFile).toList());
        }
    }

    private void requireNone(String where, byte[] bytes) {
        requireNone(where, new String(bytes, StandardCharsets.ISO_8859_1));
        requireNone(where + " (EBCDIC)", new String(bytes, EBCDIC));
    }

    private void requireNone(String where, String text) {
        assertThat(cards.stream().filter(text::contains).map(card -> card.substring(0, 6) + "…"))
                .as(where)
                .isEmpty();
    }
}
