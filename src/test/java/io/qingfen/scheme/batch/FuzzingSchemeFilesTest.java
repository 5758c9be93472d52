package io.qingfen.scheme.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.scheme.Dispute;
import io.qingfen.scheme.FundsEntry;
import io.qingfen.scheme.IpmLines;
import io.qingfen.scheme.SchemeRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Files that were changed, cut, doubled and mixed: never a crash, never a hang, and what is accepted adds up to its own
 * totals. More with {@code -Dqingfen.scheme.mutations=N}; each has its own seed, which the failure names.
 */
class FuzzingSchemeFilesTest {
    private static final int MUTATIONS = Integer.getInteger("qingfen.scheme.mutations", 1_000);
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String[] WORDS = {
        "`", ",", ",`", "-", "0.00", "REFUND", "总交易单数", "\n", "\r\n", "9", "C", "0420"
    };

    @Test
    void unionPayFilesNeverBreakTheReader() throws IOException {
        fuzz("scheme-unionpay_20260302_01.txt", new UnionPayFormat("unionpay-acom"));
    }

    @Test
    void wechatBillsNeverBreakTheReaderAndAcceptedOnesAgreeWithTheirSummary() throws IOException {
        fuzz("scheme-wechat_20260302_01.csv", new WechatFormat());
    }

    @Test
    void fundFlowBillsNeverBreakTheReaderAndAcceptedOnesAgreeWithTheirSummary() throws IOException {
        fuzz("funds-wechat_20260302_01.csv", new WechatFundsFormat());
    }

    @Test
    void sumsOfMerchantsNeverBreakTheReader() throws IOException {
        fuzz("funds-unionpay_20260302_01.txt", new UnionPayMerchantsFormat());
    }

    @Test
    void onlinePaymentsNeverBreakTheReader() throws IOException {
        byte[] sound = Files.readAllBytes(Path.of("sample-files/schemes/formats/scheme-online_20260302_01.txt"));
        fuzz("scheme-online_20260302_01.txt", new UnionPayOnlineFormat(), sound, UnaryOperator.identity());
    }

    @Test
    void disputesNeverBreakTheReader() throws IOException {
        fuzz("disputes-unionpay_20260303_01.txt", new UnionPayDisputesFormat("unionpay-aerra"));
    }

    @Test
    void brandFeesNeverBreakTheReader() throws IOException {
        fuzz("fees-unionpay_20260302_01.txt", new UnionPayBrandFeesFormat());
    }

    @Test
    void ipmFilesNeverBreakTheReaderAndAcceptedOnesAgreeWithTheirTrailer() throws IOException {
        for (boolean ebcdic : new boolean[] {false, true}) {
            byte[] sound = IpmLines.sample(ebcdic).bytes();
            fuzz("scheme-mastercard_20260302_01.dat", new IpmFormat(), sound, UnaryOperator.identity());
        }
    }

    @Test
    void adyenReportsNeverBreakTheReaderAndAcceptedOnesComeToZero() throws IOException {
        byte[] sound = Files.readAllBytes(Path.of("sample-files/schemes/formats/scheme-adyen_20260302_01.csv"));
        fuzz("scheme-adyen_20260302_01.csv", new AdyenFormat(), sound, UnaryOperator.identity());
    }

    @Test
    void mappedFilesNeverBreakTheReader() throws IOException {
        Path formats = Path.of("sample-files/schemes/formats");
        for (String[] one : new String[][] {
            {"acquirer-csv", "scheme-acquirer_20260302_01.csv"}, {"wallet-fixed", "scheme-wallet_20260302_01.txt"}
        }) {
            SchemeFormat format = MappingFile.read(formats.resolve(one[0] + ".yml"), one[0]);
            fuzz(one[1], format, Files.readAllBytes(formats.resolve(one[1])), UnaryOperator.identity());
        }
    }

    @Test
    void alipayArchivesNeverBreakTheReader() throws IOException {
        fuzz("scheme-alipay_20260302_01.zip", new AlipayFormat());
    }

    /** What stands in the archive is changed, not how it is packed. */
    @Test
    void alipayDetailsNeverBreakTheReaderAndAcceptedOnesAgreeWithTheirSummary() throws IOException {
        AlipayArchive bill = ReadingAlipayBillsTest.bill();
        byte[] summary = bill.summary().getBytes(GB18030);
        fuzz(
                "scheme-alipay_20260302_01.zip",
                new AlipayFormat(),
                bill.detail().getBytes(GB18030),
                detail -> AlipayArchive.zip(detail, summary));
    }

    private static void fuzz(String name, SchemeFormat format) throws IOException {
        byte[] sound = Files.readAllBytes(Path.of("sample-files/schemes", name));
        fuzz(name, format, sound, UnaryOperator.identity());
    }

    private static void fuzz(String name, SchemeFormat format, byte[] sound, UnaryOperator<byte[]> packing)
            throws IOException {
        int accepted = 0;
        for (int seed = 0; seed < MUTATIONS; seed++) {
            byte[] mutated = packing.apply(mutated(sound, new SplittableRandom(seed)));
            KeptFile file = new KeptFile(name, 1);
            try {
                format.read(new ByteArrayInputStream(mutated), file, card -> "");
            } catch (RuntimeException crash) {
                throw new AssertionError(name + ", seed " + seed + ": " + crash, crash);
            }
            long sum = file.recordList().stream()
                            .mapToLong(SchemeRecord::amountMinor)
                            .sum()
                    + file.disputes().stream().mapToLong(Dispute::amountMinor).sum();
            long funds = file.fundsList().stream().mapToLong(FundsEntry::minor).sum();
            assertThat(file.totals().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .as("seed %d", seed)
                    .isEqualTo(sum);
            assertThat(file.problems()).as("seed %d", seed).allMatch(text -> text.startsWith(name + ":"));
            if (file.problems().isEmpty()) {
                accepted++;
                if (format instanceof AdyenFormat) {
                    requireZero(mutated, seed);
                }
                requireStated(mutated, name.startsWith("funds-") ? funds : sum, name, seed);
            }
        }
        assertThat(accepted).as("some mutations change nothing that counts").isPositive();
    }

    /** A bill that is accepted states what its rows give: payments less refunds. */
    private static void requireStated(byte[] bill, long sum, String name, int seed) {
        if (name.contains("wechat")) {
            String[] lines = new String(bill, StandardCharsets.UTF_8).strip().split("\r?\n");
            String[] stated = lines[lines.length - 1].substring(1).split(",`");
            boolean ofFunds = name.startsWith("funds-");
            long payments = fen(stated[ofFunds ? 2 : 1]);
            long refunds = fen(stated[ofFunds ? 4 : 2]);
            assertThat(sum).as("%s, seed %d", name, seed).isEqualTo(payments - refunds);
        }
    }

    /** Net amounts of a report that is accepted come to 0, with those of its payout. */
    private static void requireZero(byte[] report, int seed) {
        long cents = 0;
        List<String> header = null;
        for (String line : new String(report, StandardCharsets.UTF_8).split("\r?\n")) {
            List<String> cells = TextLine.cells(line, ',');
            if (header != null && !line.isEmpty()) {
                cents += cents(cells, header.indexOf("Net Credit (NC)"))
                        - cents(cells, header.indexOf("Net Debit (NC)"));
            }
            header = header == null ? cells.stream().map(String::strip).toList() : header;
        }
        assertThat(cents).as("seed %d", seed).isZero();
    }

    private static long cents(List<String> cells, int column) {
        String text = cells.get(column).strip();
        return text.isEmpty() ? 0 : fen(text);
    }

    private static long fen(String yuan) {
        return new java.math.BigDecimal(yuan.strip()).movePointRight(2).longValueExact();
    }

    private static byte[] mutated(byte[] sound, SplittableRandom random) {
        byte[] bytes = sound;
        for (int change = 0; change <= random.nextInt(3); change++) {
            int at = random.nextInt(bytes.length);
            bytes = switch (random.nextInt(6)) {
                case 0 -> flipped(bytes, at, random);
                case 1 -> Arrays.copyOf(bytes, at + 1);
                case 2 -> joined(bytes, at, new byte[0], Math.min(bytes.length, at + 1 + random.nextInt(40)));
                case 3 -> joined(bytes, at, WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8), at);
                case 4 -> doubled(bytes, at, random);
                default -> digit(bytes, at, random);
            };
        }
        return bytes;
    }

    private static byte[] flipped(byte[] bytes, int at, SplittableRandom random) {
        byte[] copy = bytes.clone();
        copy[at] = (byte) random.nextInt(256);
        return copy;
    }

    private static byte[] digit(byte[] bytes, int at, SplittableRandom random) {
        byte[] copy = bytes.clone();
        for (int i = at; i < copy.length; i++) {
            if (copy[i] >= '0' && copy[i] <= '9') {
                copy[i] = (byte) ('0' + random.nextInt(10));
                break;
            }
        }
        return copy;
    }

    private static byte[] doubled(byte[] bytes, int at, SplittableRandom random) {
        int end = Math.min(bytes.length, at + random.nextInt(600));
        return joined(bytes, end, Arrays.copyOfRange(bytes, at, end), end);
    }

    /** The first {@code upTo} bytes, these, and the rest from {@code from} on. */
    private static byte[] joined(byte[] bytes, int upTo, byte[] between, int from) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List.of(Arrays.copyOf(bytes, upTo), between, Arrays.copyOfRange(bytes, from, bytes.length))
                .forEach(all::writeBytes);
        return all.size() == 0 ? new byte[] {'\n'} : all.toByteArray();
    }
}
