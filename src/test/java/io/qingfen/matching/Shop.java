package io.qingfen.matching;

import io.qingfen.calendar.BusinessCalendar;
import io.qingfen.calendar.SettlementCycle;
import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.intake.Packed;
import io.qingfen.intake.Source;
import io.qingfen.money.Currency;
import io.qingfen.reference.CardOrigin;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.MerchantClass;
import io.qingfen.reference.ResponseCode;
import io.qingfen.reference.Settings;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.Terminal;
import io.qingfen.reference.TxnType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One shop with one terminal, and builders of its records, for tests. */
public final class Shop {
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    public static final Merchant MERCHANT = new Merchant(
            0,
            "898310000000001",
            "5812",
            Merchant.Status.ACTIVE,
            MerchantClass.STANDARD,
            "STANDARD",
            SettlementCycle.T1,
            Currency.CNY,
            0,
            false,
            "");
    public static final Terminal TERMINAL =
            new Terminal(0, "10000001", MERCHANT, "POS", LocalDate.of(2026, 1, 1), "", Terminal.Status.ACTIVE, null);
    public static final Snapshot SNAPSHOT = new Snapshot(
            TODAY,
            Settings.DEFAULTS,
            List.of(MERCHANT),
            List.of(TERMINAL),
            List.of(),
            List.of(),
            List.of(),
            new BusinessCalendar("CN", Set.of(2026), Set.of(), Set.of()),
            codes(),
            Map.of(),
            List.of(),
            "");
    public static final NightRules RULES = NightRules.of(TODAY, SNAPSHOT);
    private static final long NOON = LocalDateTime.of(2026, 3, 2, 12, 0).toEpochSecond(ZoneOffset.UTC);

    private Shop() {}

    private static Map<String, ResponseCode> codes() {
        Map<String, ResponseCode> codes = new HashMap<>();
        add(codes, "00", ResponseCode.Outcome.APPROVED);
        add(codes, "A4", ResponseCode.Outcome.APPROVED_DEFECT);
        add(codes, "Y1", ResponseCode.Outcome.APPROVED_OFFLINE);
        add(codes, "51", ResponseCode.Outcome.DECLINED);
        add(codes, "94", ResponseCode.Outcome.DUPLICATE);
        add(codes, "", ResponseCode.Outcome.UNKNOWN);
        return codes;
    }

    private static void add(Map<String, ResponseCode> codes, String code, ResponseCode.Outcome outcome) {
        codes.put(code, new ResponseCode(code, outcome, "CARD", "reason", "", "", ""));
    }

    /** A capture whose fields a test changes one by one. */
    public static final class Claim {
        private int line;
        private long rrn = 1001;
        private int batch = 17;
        private int trace = 1;
        private TxnType type = TxnType.SALE;
        private long amount = 100_00;
        private Currency currency = Currency.CNY;
        private String token = "tk_a";
        private String authCode = "A12345";
        private long time = NOON;
        private long originalRrn = -1;
        private int originalTrace = -1;

        public Claim line(int value) {
            line = value;
            return this;
        }

        public Claim rrn(long value) {
            rrn = value;
            return this;
        }

        public Claim withoutRrn() {
            return rrn(-1);
        }

        public Claim batch(int value) {
            batch = value;
            return this;
        }

        public Claim trace(int value) {
            trace = value;
            return this;
        }

        public Claim type(TxnType value) {
            type = value;
            return this;
        }

        public Claim amount(long value) {
            amount = value;
            return this;
        }

        public Claim currency(Currency value) {
            currency = value;
            return this;
        }

        public Claim token(String value) {
            token = value;
            return this;
        }

        public Claim authCode(String value) {
            authCode = value;
            return this;
        }

        public Claim minutesAfterNoon(int value) {
            time = NOON + value * 60L;
            return this;
        }

        public Claim secondsAfterNoon(int value) {
            time = NOON + value;
            return this;
        }

        public Claim originalRrn(long value) {
            originalRrn = value;
            return this;
        }

        public Claim originalTrace(int value) {
            originalTrace = value;
            return this;
        }

        public Capture build() {
            return new Capture(
                    new Source(1, line),
                    (int) TODAY.toEpochDay(),
                    MERCHANT,
                    TERMINAL,
                    batch,
                    trace,
                    type,
                    amount,
                    currency,
                    token,
                    time,
                    rrn,
                    Packed.pack(authCode),
                    "021",
                    originalTrace,
                    originalRrn);
        }
    }

    public static Claim claim(int line) {
        return new Claim().line(line);
    }

    /** An authorization whose fields a test changes one by one. */
    public static final class Answer {
        private int line;
        private long rrn = 1001;
        private int batch = 17;
        private int trace = 1;
        private TxnType type = TxnType.SALE;
        private long amount = 100_00;
        private String token = "tk_a";
        private String code = "00";
        private String authCode = "A12345";
        private long time = NOON;
        private long originalRrn = -1;

        public Answer line(int value) {
            line = value;
            return this;
        }

        public Answer rrn(long value) {
            rrn = value;
            return this;
        }

        public Answer batch(int value) {
            batch = value;
            return this;
        }

        public Answer trace(int value) {
            trace = value;
            return this;
        }

        public Answer type(TxnType value) {
            type = value;
            return this;
        }

        public Answer amount(long value) {
            amount = value;
            return this;
        }

        public Answer token(String value) {
            token = value;
            return this;
        }

        public Answer code(String value) {
            code = value;
            return this;
        }

        public Answer authCode(String value) {
            authCode = value;
            return this;
        }

        public Answer secondsAfterNoon(int value) {
            time = NOON + value;
            return this;
        }

        public Answer at(LocalDateTime value) {
            time = value.toEpochSecond(ZoneOffset.UTC);
            return this;
        }

        public Answer originalRrn(long value) {
            originalRrn = value;
            return this;
        }

        public Authorization build() {
            return new Authorization(
                    new Source(2, line),
                    (int) TODAY.toEpochDay(),
                    MERCHANT,
                    TERMINAL,
                    rrn,
                    batch,
                    trace,
                    type,
                    Channel.UNIONPAY,
                    token,
                    CardType.DEBIT,
                    CardOrigin.DOMESTIC,
                    amount,
                    Currency.CNY,
                    time,
                    code,
                    Packed.pack(authCode),
                    originalRrn,
                    "");
        }
    }

    public static Answer answer(int line) {
        return new Answer().line(line);
    }
}
