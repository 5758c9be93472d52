package io.qingfen.scheme.batch;

import io.qingfen.scheme.AlipayBill;
import io.qingfen.scheme.BadRecord;
import io.qingfen.scheme.CardTokens;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * The business bill of Alipay: a ZIP archive with a detail and a summary, both GB18030 (GBK and what came after it). Names in
 * the archive mean nothing and nothing is unpacked to disk. A file without a byte is a day without transactions, since
 * Alipay makes no bill of such a day.
 */
final class AlipayFormat implements SchemeFormat {
    @Override
    public String name() {
        return "alipay-trade";
    }

    @Override
    public boolean carriesCards() {
        return false;
    }

    @Override
    public void read(InputStream in, ParsedFile file, CardTokens cards) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in);
        bytes.mark(1);
        if (bytes.read() < 0) {
            return;
        }
        bytes.reset();
        AlipayBill bill = new AlipayBill(file.name().date());
        try {
            read(new BoundedArchive(bytes), bill, file);
            if (file.problems().isEmpty()) {
                bill.records().forEach(file::add);
            }
        } catch (BadRecord bad) {
            file.problem(1, bad.getMessage());
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            file.problem(1, "is no sound ZIP archive, or was cut; ask for it again");
        }
    }

    private static void read(BoundedArchive archive, AlipayBill bill, ParsedFile file) throws IOException {
        int number = 0;
        for (InputStream text = archive.next(); text != null; text = archive.next()) {
            bill.begin();
            Lines lines = new Lines(bill, file, ++number);
            file.lines(Math.max(file.lines(), FixedWidthFile.read(text, lines)));
            lines.end();
        }
        if (number == 0) {
            throw new BadRecord("is no ZIP archive, or an empty one");
        }
    }

    /** Lines of one text of the archive. */
    private static final class Lines implements FixedWidthFile.Records {
        private final TextLine text = new TextLine("GB18030");
        private final AlipayBill bill;
        private final ParsedFile file;
        private final String where;

        Lines(AlipayBill bill, ParsedFile file, int number) {
            this.bill = bill;
            this.file = file;
            this.where = " (in file " + number + " of the archive)";
        }

        @Override
        public void record(byte[] buffer, int offset, int length, int line) {
            try {
                String decoded = text.decode(buffer, offset, length);
                if (decoded.startsWith("#")) {
                    bill.comment(decoded);
                } else {
                    bill.row(TextLine.cells(decoded, ','), file.place(line));
                }
            } catch (BadRecord bad) {
                problem(line, bad.getMessage());
            }
        }

        @Override
        public void problem(int line, String what) {
            file.problem(line, what + where);
        }

        void end() {
            try {
                bill.end();
            } catch (BadRecord cut) {
                problem(1, cut.getMessage());
            }
        }
    }
}
