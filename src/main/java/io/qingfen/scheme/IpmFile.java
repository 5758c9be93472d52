package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import io.qingfen.scheme.SchemeRecord.Place;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Messages of a Mastercard IPM file, of one logical file after the other: header 1644/697, messages, trailer 1644/695. First
 * presentments are records; second presentments, chargebacks and fee collections are disputes; other messages move no money.
 */
public final class IpmFile {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuMMddHHmmss").withResolverStyle(java.time.format.ResolverStyle.STRICT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuMMdd");
    private static final Set<String> TO_US = Set.of("00", "01", "09", "12", "17", "18");
    private static final Set<String> FROM_US = Set.of("20", "28");
    private static final String FILE_ID = "0105";
    private static final Map<Integer, String> CURRENCIES = java.util.Currency.getAvailableCurrencies().stream()
            .filter(one -> Currency.find(one.getCurrencyCode()) != null)
            .collect(Collectors.toMap(
                    java.util.Currency::getNumericCode,
                    java.util.Currency::getCurrencyCode,
                    (one, other) -> one.compareTo(other) < 0 ? one : other));

    private final LocalDate date;
    private final CardTokens cards;
    private final RecordSink sink;
    private String fileId = "";
    private boolean begun;
    private long messages;
    private long amounts;

    /** @param date that the file is of */
    public IpmFile(LocalDate date, CardTokens cards, RecordSink sink) {
        this.date = date;
        this.cards = cards;
        this.sink = sink;
    }

    /** @throws BadRecord when it cannot be read for sure, or a trailer disagrees with what came before it */
    public void message(IpmMessage message, Place place) {
        messages++;
        amounts = Math.addExact(amounts, message.number(4));
        String kind = message.type() + "/" + message.text(24);
        if (kind.equals("1644/697")) {
            header(message.pds());
        } else if (fileId.isEmpty()) {
            throw new BadRecord("message " + kind + " stands before the header 1644/697 of its file");
        } else if (kind.equals("1644/695")) {
            trailer(message.pds());
        } else if (!message.type().equals("1644")) {
            money(message, kind, place);
        }
    }

    private void header(Map<String, String> pds) {
        begun = true;
        if (!fileId.isEmpty()) {
            throw new BadRecord("a second header before the trailer of file " + fileId);
        }
        fileId = pds.getOrDefault(FILE_ID, "?");
        messages = 1;
        amounts = 0;
        if (!fileId.matches("[0-9A-Za-z]{25}")) {
            throw new BadRecord("the header names its file '" + fileId.replaceAll("[^0-9A-Za-z]", "?")
                    + "' (PDS 0105), which is no file id of 25 characters");
        }
        if ("T".equals(pds.get("0122"))) {
            throw new BadRecord("is a test file (PDS 0122 is T)");
        }
        String stated = fileId.substring(3, 9);
        if (!stated.equals(date.format(DATE))) {
            throw new BadRecord("the file id is of " + stated + ", the file is of " + date.format(DATE) + " (yyMMdd)");
        }
    }

    private void trailer(Map<String, String> pds) {
        String ended = fileId;
        fileId = "";
        if (!ended.equals(pds.get(FILE_ID))) {
            throw new BadRecord("the trailer is of another file than the header " + ended);
        }
        same("messages (PDS 0306)", pds.get("0306"), messages);
        same("amounts (PDS 0301)", pds.get("0301"), amounts);
    }

    private static void same(String what, String stated, long counted) {
        if (stated == null || !stated.matches("[0-9]{1,18}")) {
            throw new BadRecord("the trailer states no " + what);
        }
        if (Long.parseLong(stated) != counted) {
            throw new BadRecord(
                    "the trailer states " + Long.parseLong(stated) + " " + what + ", the file has " + counted);
        }
    }

    /** @throws BadRecord when the file was cut */
    public void end() {
        if (!begun) {
            throw new BadRecord("holds no header 1644/697; a file without transactions has a header and a trailer");
        }
        if (!fileId.isEmpty()) {
            throw new BadRecord("the trailer of file " + fileId + " is missing: the file was cut");
        }
    }

    private void money(IpmMessage message, String kind, Place place) {
        switch (kind) {
            case "1240/200" -> sink.add(presentment(message, place));
            case "1240/205", "1240/282" -> sink.add(dispute(message, DisputeType.E24, kind, place));
            case "1442/450", "1442/453" -> sink.add(dispute(message, DisputeType.E23, kind, place));
            case "1442/451", "1442/454" -> sink.add(dispute(message, DisputeType.E25, kind, place));
            case "1740/700", "1740/780", "1740/781", "1740/782", "1740/783" -> sink.add(fee(message, place));
            default ->
                throw new BadRecord(
                        "message " + kind + " is none of docs/SPEC-schemes.md: nobody knows which way its money goes");
        }
    }

    private SchemeRecord presentment(IpmMessage message, Place place) {
        TxnType type = typeOf(message);
        boolean reversal = isReversal(message);
        boolean plus = (type == TxnType.SALE) != reversal;
        long amount = message.number(4);
        String arn = message.text(31);
        String trace = message.text(63);
        // Element 63: one character, then Mastercard's own number of the transaction.
        String ref = trace.length() > 1 ? trace.substring(1).strip() : arn;
        if (ref.isEmpty() && message.text(37).isEmpty()) {
            throw new BadRecord("the presentment has no number that it could be found by (elements 31, 37, 63)");
        }
        String card = message.text(2);
        return new SchemeRecord(
                place,
                reversal ? TxnType.REVERSAL : type,
                type,
                Columns.key(ref, 40),
                Columns.key(arn, 40),
                "",
                message.text(37),
                message.text(41).strip(),
                message.text(42).strip(),
                plus ? amount : -amount,
                null,
                currency(message),
                seconds(message),
                cards.ofWhole(card),
                CardTokens.masked(shortened(card)));
    }

    private static TxnType typeOf(IpmMessage message) {
        String processing = message.text(3);
        String kind = processing.length() < 2 ? "" : processing.substring(0, 2);
        if (TO_US.contains(kind)) {
            return TxnType.SALE;
        }
        if (FROM_US.contains(kind)) {
            return TxnType.REFUND;
        }
        throw new BadRecord("processing code '" + processing.replaceAll("[^0-9]", "?")
                + "' is none of docs/SPEC-schemes.md: nobody knows which way its money goes");
    }

    private static boolean isReversal(IpmMessage message) {
        return message.pds().getOrDefault("0025", "").startsWith("R");
    }

    private Dispute dispute(IpmMessage message, DisputeType type, String kind, Place place) {
        if (typeOf(message) != TxnType.SALE || isReversal(message)) {
            throw new BadRecord("message " + kind + " of a refund, or reversed: nobody knows which way its money goes");
        }
        return dispute(message, type, message.text(25), message.number(4) * type.sign(), place);
    }

    /** Who pays depends on who began it, which the message alone does not tell: in no sum, but a case for people. */
    private Dispute fee(IpmMessage message, Place place) {
        String reason = message.text(25) + "/" + message.text(3) + "/" + message.number(4);
        return dispute(message, DisputeType.FEES, reason, 0, place);
    }

    private Dispute dispute(IpmMessage message, DisputeType type, String reason, long minor, Place place) {
        String card = message.text(2);
        return new Dispute(
                place,
                type,
                reason,
                Columns.key(message.text(31), 40),
                message.text(37),
                message.text(41).strip(),
                message.text(42).strip(),
                minor,
                0,
                currency(message),
                message.has(12) ? seconds(message) : date.atStartOfDay().toEpochSecond(ZoneOffset.UTC),
                cards.ofWhole(card),
                CardTokens.masked(shortened(card)));
    }

    private static String shortened(String card) {
        return card.length() <= 19 ? card : card.substring(0, 19);
    }

    private static Currency currency(IpmMessage message) {
        String code = CURRENCIES.get((int) message.number(49));
        if (code == null) {
            throw new BadRecord("element 49 is " + message.number(49) + ", which is no currency");
        }
        return Currency.of(code);
    }

    private static long seconds(IpmMessage message) {
        try {
            return LocalDateTime.parse(message.text(12), TIME).toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException another) {
            throw new BadRecord("element 12 is not a time of the form yyMMddHHmmss");
        }
    }
}
