package io.qingfen.generator;

import io.qingfen.money.Rounding;
import java.io.IOException;
import java.nio.file.Path;

/** Writes UnionPay's file of brand fees ALFEE, 460 bytes a record. The tariff is invented: 150 of a million, at least a fen. */
final class BrandFeeFile extends FixedFile {
    private static final int PPM = 150;

    BrandFeeFile(Path path) throws IOException {
        super(path, 460);
    }

    /** In fen, + we pay. */
    static long fee(SchemeEntry entry) {
        long fee = Math.max(1, Rounding.halfUp(Math.multiplyExact(Math.abs(entry.minor()), PPM), Dice.MILLION));
        return entry.minor() > 0 ? fee : -fee;
    }

    void add(SchemeEntry entry) throws IOException {
        long fee = fee(entry);
        FixedLine line = blank();
        line.text(41, AcomFile.INSTITUTION).text(53, AcomFile.INSTITUTION);
        line.text(101, AcomFile.message(entry)).text(106, AcomFile.processing(entry));
        line.text(113, AcomFile.condition(entry)).text(116, entry.stan());
        line.text(123, entry.time().format(AcomFile.TIME)).text(134, entry.card());
        line.text(255, entry.terminalId()).text(264, entry.merchantId()).text(280, entry.rrn());
        line.number(293, 12, Math.abs(entry.minor()))
                .number(306, 12, Math.abs(entry.cost().fen()));
        line.text(319, fee > 0 ? "D" : "C").number(320, 11, Math.abs(fee));
        write();
    }
}
