package io.qingfen.generator;

import java.io.IOException;
import java.nio.file.Path;

/** Writes UnionPay's file of disputes AERRA, 581 bytes a record. */
final class DisputeFile extends FixedFile {
    private static final int FIRST_DISPUTE_STAN = 900_000;
    private int count;

    DisputeFile(Path path) throws IOException {
        super(path, 581);
    }

    /** @param entry the sale that it is about */
    void add(String type, String reason, SchemeEntry entry) throws IOException {
        FixedLine line = blank();
        line.text(0, type).text(4, AcomFile.INSTITUTION).text(16, AcomFile.INSTITUTION);
        line.number(28, 6, FIRST_DISPUTE_STAN + count++ % 100_000);
        line.text(35, entry.time().plusDays(1).format(AcomFile.TIME)).text(46, entry.card());
        line.number(66, 12, Math.abs(entry.minor())).text(79, "0220").text(84, "200000");
        line.text(96, entry.terminalId()).text(105, entry.rrn()).text(118, "00");
        line.text(152, entry.stan()).number(166, 12, 0).number(179, 12, 0);
        line.number(218, 12, 0).number(231, 12, 0).text(244, reason);
        line.text(313, entry.time().format(AcomFile.TIME));
        line.number(337, 12, Math.abs(entry.minor())).text(355, entry.merchantId());
        write();
    }
}
