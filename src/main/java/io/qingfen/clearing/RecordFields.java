package io.qingfen.clearing;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.intake.Packed;
import io.qingfen.money.Amounts;
import io.qingfen.review.Situation.Field;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Both records of an item, field by field, for the person who compares them. Cards appear as their tokens only. */
public final class RecordFields {
    private RecordFields() {}

    /** One of the two may be null. */
    public static List<Field> of(Capture capture, Authorization authorization) {
        List<Field> fields = new ArrayList<>();
        Rows rows = new Rows(capture, authorization, fields);
        rows.add("type", one -> one.txnType().name(), one -> one.txnType().name());
        rows.add(
                "amount",
                one -> Amounts.format(one.amountMinor(), one.currency()),
                one -> Amounts.format(one.amountMinor(), one.currency()));
        rows.add("currency", one -> one.currency().code(), one -> one.currency().code());
        rows.add("time", one -> time(one.txnTime()), one -> time(one.txnTime()));
        rows.add("merchant", one -> one.merchant().id(), one -> one.merchant().id());
        rows.add("terminal", one -> one.terminal().id(), one -> one.terminal().id());
        rows.add("batch", one -> Digits.six(one.batchNo()), one -> Digits.six(one.batchNo()));
        rows.add("trace", one -> Digits.six(one.traceNo()), one -> Digits.six(one.traceNo()));
        rows.add("rrn", one -> Digits.rrn(one.rrn()), one -> Digits.rrn(one.rrn()));
        rows.add("card", Capture::cardToken, Authorization::cardToken);
        rows.add("auth code", one -> Packed.unpack(one.authCode()), one -> Packed.unpack(one.authCode()));
        rows.add("original rrn", one -> Digits.rrn(one.originalRrn()), one -> Digits.rrn(one.originalRrn()));
        rows.add("channel", one -> "", one -> one.channel().name());
        rows.add("card type", one -> "", one -> one.cardType().name());
        rows.add("response", one -> "", Authorization::responseCode);
        return fields;
    }

    private static String time(long seconds) {
        return LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC).toString();
    }

    private record Rows(Capture capture, Authorization authorization, List<Field> fields) {
        void add(String name, Function<Capture, String> claimed, Function<Authorization, String> answered) {
            String left = capture == null ? "" : claimed.apply(capture);
            String right = authorization == null ? "" : answered.apply(authorization);
            if (!left.isEmpty() || !right.isEmpty()) {
                fields.add(new Field(name, left, right));
            }
        }
    }
}
