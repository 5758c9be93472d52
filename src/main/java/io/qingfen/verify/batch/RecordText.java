package io.qingfen.verify.batch;

import io.qingfen.money.Currency;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Values of input records as tables keep them: minor units, local seconds, and the text of a record that waits. */
final class RecordText {
    private static final String SEPARATOR = "\u001f";

    private RecordText() {}

    /** Three letters that ISO 4217 knows, or XXX. */
    static String known(String currency) {
        return currency == null || Currency.find(currency) == null ? "XXX" : currency;
    }

    /** Decimals of an amount: the currency's, or those that are written when it is unknown. */
    static int digits(String amount, String currency) {
        boolean unknown = known(currency).equals("XXX");
        return unknown
                ? Math.max(0, amount.length() - 1 - amount.indexOf('.')) * (amount.contains(".") ? 1 : 0)
                : OutputCells.digits(currency);
    }

    /** Plain digits without leading zeros, at most ten before the point, exactly so many behind it as it must have. */
    static boolean isReadable(String amount, String currency) {
        int digits = digits(amount, currency);
        String decimals = digits == 0 ? "" : "\\.[0-9]{" + digits + "}";
        return digits <= 4 && amount.matches("(0|[1-9][0-9]{0,9})" + decimals);
    }

    /** Minor units; 0 when the text is no amount. */
    static long minor(String amount, String currency) {
        return isReadable(amount, currency) ? YamlFacts.minorOf(amount, digits(amount, currency)) : 0;
    }

    /** Local seconds since 1970. */
    static String seconds(String time) {
        try {
            return Long.toString(LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC));
        } catch (java.time.DateTimeException noTime) {
            return time;
        }
    }

    private static String number(String digits) {
        boolean number = digits.matches("[0-9]{1,18}");
        return digits.isEmpty() ? "-1" : number ? Long.toString(Long.parseLong(digits)) : digits;
    }

    /** @param batch fields of the batch header above */
    static String capture(int file, long line, LocalDate firstSeen, String[] batch, String[] detail) {
        return String.join(
                SEPARATOR,
                "1",
                Integer.toString(file),
                Long.toString(line),
                Long.toString(firstSeen.toEpochDay()),
                batch[1],
                batch[2],
                number(batch[3]),
                number(detail[1]),
                detail[2],
                Long.toString(minor(detail[5], batch[5])),
                batch[5],
                detail[3],
                seconds(detail[6]),
                number(detail[7]),
                detail[8],
                detail[9],
                number(detail[10]),
                number(detail[11]));
    }

    static String authorization(int file, long line, LocalDate firstSeen, String[] record) {
        return String.join(
                SEPARATOR,
                "1",
                Integer.toString(file),
                Long.toString(line),
                Long.toString(firstSeen.toEpochDay()),
                record[2],
                record[3],
                number(record[1]),
                number(record[4]),
                number(record[5]),
                record[6],
                record[7],
                record[8],
                record[10],
                record[11],
                Long.toString(minor(record[12], record[13])),
                record[13],
                seconds(record[14]),
                record[15],
                record[16],
                number(record[18]),
                record[19]);
    }

    /** The fields of a record that waits. */
    static String[] fields(String stored) {
        return stored.split(SEPARATOR, -1);
    }

    static String shown(String stored) {
        return stored == null ? null : stored.replace(SEPARATOR, " ");
    }
}
