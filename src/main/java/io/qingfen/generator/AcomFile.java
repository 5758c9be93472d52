package io.qingfen.generator;

import io.qingfen.reference.TxnType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;

/** Writes UnionPay's file ACOM, 500 bytes a record; where the fields stand is said in docs/SPEC-schemes.md. */
final class AcomFile extends FixedFile implements SchemeFile {
    static final String INSTITUTION = "48021000";
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMddHHmmss");

    AcomFile(Path path) throws IOException {
        super(path, 500);
    }

    @Override
    public void add(SchemeEntry entry) throws IOException {
        String time = entry.time().format(TIME);
        FixedLine line = blank();
        line.text(0, INSTITUTION).text(12, INSTITUTION).text(24, entry.stan());
        line.text(31, time).text(42, entry.card()).number(62, 12, Math.abs(entry.minor()));
        line.number(75, 12, 0).number(88, 12, 0);
        line.text(101, message(entry)).text(106, processing(entry));
        line.text(118, entry.terminalId()).text(127, entry.merchantId()).text(143, entry.rrn());
        line.text(156, condition(entry)).text(185, "00");
        if (entry.reversal()) {
            line.text(178, entry.stan()).text(241, time);
        }
        long issuer = entry.cost().issuerFen();
        long network = entry.cost().networkFen();
        line.number(192, 12, Math.max(0, -issuer)).number(205, 12, Math.max(0, issuer));
        line.text(218, network < 0 ? "C" : "D").number(219, 11, Math.abs(network));
        write();
    }

    /** Processing code. */
    static String processing(SchemeEntry entry) {
        return back(entry.type()) ? "200000" : "000000";
    }

    /** Condition code of the point of service. */
    static String condition(SchemeEntry entry) {
        return hold(entry.type()) ? "06" : "00";
    }

    static String message(SchemeEntry entry) {
        if (entry.reversal()) {
            return "0420";
        }
        return entry.type() == TxnType.REFUND || entry.type() == TxnType.OFFLINE_SALE ? "0220" : "0200";
    }

    private static boolean back(TxnType type) {
        return type.side() == TxnType.Side.CREDIT;
    }

    private static boolean hold(TxnType type) {
        return type == TxnType.PREAUTH_COMPLETION || type == TxnType.COMPLETION_VOID;
    }
}
