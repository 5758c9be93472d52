package io.qingfen.scheme.batch;

import io.qingfen.scheme.BadRecord;
import io.qingfen.scheme.CardTokens;
import io.qingfen.scheme.IpmFile;
import io.qingfen.scheme.IpmMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Mastercard IPM in blocks of 1014 bytes; its first byte tells ASCII from EBCDIC. The line of a problem is its message. */
final class IpmFormat implements SchemeFormat {
    /** First digit of a message type. */
    private static final byte EBCDIC_ONE = (byte) 0xf1;

    @Override
    public String name() {
        return "mastercard-ipm";
    }

    @Override
    public boolean carriesCards() {
        return true;
    }

    @Override
    public void read(InputStream in, ParsedFile file, CardTokens cards) throws IOException {
        BlockedFile blocks = new BlockedFile(new BufferedInputStream(in, 1 << 16));
        IpmFile messages = new IpmFile(file.name().date(), cards, file);
        int number = 0;
        try {
            boolean ebcdic = false;
            for (byte[] bytes = blocks.next(); bytes != null; bytes = blocks.next()) {
                ebcdic = number++ == 0 ? bytes[0] == EBCDIC_ONE : ebcdic;
                message(bytes, ebcdic, messages, file, number);
            }
            file.lines(number);
            if (file.problems().isEmpty()) {
                messages.end();
            }
        } catch (BadRecord cut) {
            file.lines(number);
            file.problem(Math.max(1, number), cut.getMessage());
        }
    }

    private static void message(byte[] bytes, boolean ebcdic, IpmFile messages, ParsedFile file, int number) {
        try {
            messages.message(new IpmMessage(bytes, ebcdic), file.place(number));
        } catch (BadRecord bad) {
            file.problem(number, bad.getMessage());
        }
    }
}
