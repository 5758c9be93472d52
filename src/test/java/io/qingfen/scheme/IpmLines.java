package io.qingfen.scheme;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes IPM files as Mastercard does, in ASCII or EBCDIC: messages with bitmaps, private data, blocks of 1014 bytes. */
public final class IpmLines {
    private static final Charset EBCDIC = Charset.forName("IBM500");
    private static final List<Integer> TWO_DIGITS = List.of(2, 31, 32, 33, 43, 93, 94, 95, 100);
    private static final List<Integer> THREE_DIGITS = List.of(48, 54, 55, 62, 63, 72, 111, 123, 124, 125, 127);
    public static final String FILE_ID = "0022603020000001234500001";

    private final Charset charset;
    private final List<byte[]> messages = new ArrayList<>();
    private long amounts;

    public IpmLines(boolean ebcdic) {
        charset = ebcdic ? EBCDIC : StandardCharsets.US_ASCII;
    }

    /** Header, two presentments, a refund, a reversal, a second presentment, a chargeback, a fee, an addendum, trailer. */
    public static IpmLines sample(boolean ebcdic) {
        return new IpmLines(ebcdic)
                .header()
                .presentment("000000", "200", "000000010000", "030201000031", "")
                .presentment("000000", "200", "000000002550", "030201000032", "")
                .presentment("200000", "200", "000000000500", "030201000033", "")
                .presentment("000000", "200", "000000000700", "030201000034", "0025007R260302")
                .presentment("000000", "205", "000000000900", "030201000035", "")
                .add(
                        "1442",
                        Map.of(2, "5103000000000005", 3, "000000", 4, "000000000300", 24, "450", 25, "4853", 49, "156"))
                .add("1740", Map.of(3, "290000", 4, "000000001200", 24, "783", 25, "7621", 49, "156"))
                .add("1644", Map.of(24, "696", 48, "0501003ABC", 71, "00000009"))
                .trailer(0, 0);
    }

    public IpmLines header() {
        return add("1644", Map.of(24, "697", 48, "0105025" + FILE_ID + "0122001P", 71, "00000001"));
    }

    public IpmLines presentment(String processing, String function, String amount, String rrn, String pds) {
        Map<Integer, String> elements = new TreeMap<>(Map.of(
                2, "5103000000000005",
                3, processing,
                4, amount,
                12, "260302101112",
                24, function,
                31, "05121136061030201000311",
                37, rrn,
                41, "10000001",
                42, "898310058120001"));
        elements.put(48, "0158003ABC" + pds);
        elements.put(49, "156");
        elements.put(63, " MC" + rrn + " ");
        return add("1240", elements);
    }

    /** @param wrongCount how many messages it states too many */
    public IpmLines trailer(int wrongCount, int wrongAmount) {
        String totals =
                String.format("0301016%016d0306008%08d", amounts + wrongAmount, messages.size() + 1 + wrongCount);
        return add("1644", Map.of(24, "695", 48, "0105025" + FILE_ID + totals, 71, "00000010"));
    }

    public IpmLines add(String type, Map<Integer, String> elements) {
        amounts += elements.containsKey(4) ? Long.parseLong(elements.get(4)) : 0;
        messages.add(message(type, elements));
        return this;
    }

    public IpmLines add(byte[] message) {
        messages.add(message);
        return this;
    }

    public List<byte[]> messages() {
        return messages;
    }

    private byte[] message(String type, Map<Integer, String> elements) {
        Map<Integer, byte[]> bytes = new TreeMap<>();
        elements.forEach((element, text) -> bytes.put(element, text.getBytes(charset)));
        return message(type.getBytes(charset), bytes, charset);
    }

    /** Type, bitmap, and each element behind its length where it has one. */
    static byte[] message(byte[] type, Map<Integer, byte[]> elements, Charset charset) {
        byte[] bitmap = new byte[16];
        bitmap[0] = (byte) 0x80;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        elements.forEach((element, bytes) -> {
            bitmap[(element - 1) / 8] |= (byte) (0x80 >> (element - 1) % 8);
            int digits = TWO_DIGITS.contains(element) ? 2 : THREE_DIGITS.contains(element) ? 3 : 0;
            if (digits > 0) {
                body.writeBytes(String.format("%0" + digits + "d", bytes.length).getBytes(charset));
            }
            body.writeBytes(bytes);
        });
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(type);
        message.writeBytes(bitmap);
        message.writeBytes(body.toByteArray());
        return message.toByteArray();
    }

    public byte[] bytes() {
        return blocked(messages);
    }

    public static byte[] blocked(List<byte[]> messages) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            plain.writeBytes(ByteBuffer.allocate(4).putInt(message.length).array());
            plain.writeBytes(message);
        }
        plain.writeBytes(new byte[4]);
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        byte[] all = plain.toByteArray();
        for (int from = 0; from < all.length; from += 1012) {
            byte[] block = new byte[1014];
            java.util.Arrays.fill(block, (byte) 0x40);
            System.arraycopy(all, from, block, 0, Math.min(1012, all.length - from));
            blocks.writeBytes(block);
        }
        return blocks.toByteArray();
    }
}
