package io.qingfen.scheme.batch;

import io.qingfen.scheme.Layout;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes records of a fixed-width layout, and cuts them apart again: what a file was is what it becomes. */
final class AcomLines {
    static final Layout ACOM = Layouts.of("unionpay-acom");
    static final Layout ACOMA = Layouts.of("unionpay-acoma");
    static final Layout ALFEE = Layouts.of("unionpay-alfee");
    private static final Charset GBK = Charset.forName("GBK");
    private static final Set<String> NUMBERS = Set.of(
            "amount",
            "partial_approved_amt",
            "cardholder_fee",
            "acq_receivable_fee",
            "acq_payable_fee",
            "acq_fee",
            "instalment_fee");

    private AcomLines() {}

    /** A sale of 36.00 with a cost of 0.14, and these fields otherwise. */
    static Map<String, String> sale(String... fieldsAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        String[] usual = {
            "acq_inst_id", "48021000",
            "fwd_inst_id", "48021000",
            "stan", "000001",
            "trans_datetime", "0302081230",
            "pan", "6217000000001004",
            "amount", "3600",
            "mti", "0200",
            "processing_code", "000000",
            "terminal_id", "10000001",
            "merchant_id", "898310058120001",
            "rrn", "030201000001",
            "pos_condition", "00",
            "acq_payable_fee", "13",
            "network_fee", "D00000000001"
        };
        for (int i = 0; i < usual.length; i += 2) {
            fields.put(usual[i], usual[i + 1]);
        }
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            fields.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return fields;
    }

    /** The brand fee of 0.02 of that sale, and these fields otherwise. */
    static Map<String, String> fee(String... fieldsAndValues) {
        Map<String, String> fields = sale();
        fields.keySet().removeAll(List.of("acq_payable_fee", "network_fee"));
        fields.put("acq_fee", "14");
        fields.put("brand_fee", "D00000000002");
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            fields.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return fields;
    }

    /** Without line end. */
    static byte[] bytes(Layout layout, Map<String, String> fields) {
        byte[] line = new byte[layout.length()];
        Arrays.fill(line, (byte) ' ');
        fields.forEach((name, value) -> {
            Layout.Field place = layout.field(name);
            byte[] text = value.getBytes(GBK);
            int width = place.end() - place.start();
            if (text.length > width) {
                throw new IllegalArgumentException(name + " is too long: " + value);
            }
            boolean number = NUMBERS.contains(name);
            if (number) {
                Arrays.fill(line, place.start(), place.end(), (byte) '0');
            }
            System.arraycopy(text, 0, line, number ? place.end() - text.length : place.start(), text.length);
        });
        return line;
    }

    /** Every field with its bytes as they stand, in order. */
    static Map<String, byte[]> cut(Layout layout, byte[] line) {
        Map<String, byte[]> fields = new LinkedHashMap<>();
        layout.fields().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().start()))
                .forEach(entry -> fields.put(
                        entry.getKey(),
                        Arrays.copyOfRange(
                                line, entry.getValue().start(), entry.getValue().end())));
        return fields;
    }

    static byte[] joined(Map<String, byte[]> fields) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        fields.values().forEach(bytes -> {
            if (line.size() > 0) {
                line.write(' ');
            }
            line.writeBytes(bytes);
        });
        return line.toByteArray();
    }

    static byte[] file(String lineEnd, boolean lastToo, List<byte[]> lines) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < lines.size(); i++) {
            file.writeBytes(lines.get(i));
            if (lastToo || i < lines.size() - 1) {
                file.writeBytes(lineEnd.getBytes());
            }
        }
        return file.toByteArray();
    }
}
