package io.qingfen.scheme.batch;

import io.qingfen.scheme.AdyenReport;
import io.qingfen.scheme.BadRecord;
import io.qingfen.scheme.CardTokens;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The settlement details report of Adyen: UTF-8, a header, cells that may stand in quotes. */
final class AdyenFormat implements SchemeFormat {
    @Override
    public String name() {
        return "adyen-settlement";
    }

    @Override
    public boolean carriesCards() {
        return false;
    }

    @Override
    public void read(InputStream in, ParsedFile file, CardTokens cards) throws IOException {
        Lines lines = new Lines(file);
        file.lines(FixedWidthFile.read(in, lines));
        lines.end();
    }

    private static final class Lines implements FixedWidthFile.Records {
        private final TextLine text = new TextLine("UTF-8");
        private final ParsedFile file;
        private AdyenReport report;
        private boolean refused;

        Lines(ParsedFile file) {
            this.file = file;
        }

        @Override
        public void record(byte[] buffer, int offset, int length, int line) {
            if (refused) {
                return;
            }
            try {
                List<String> cells = TextLine.cells(decoded(buffer, offset, length, line), ',');
                if (report == null) {
                    // Without its columns no row can be read: the first problem is the only one.
                    refused = true;
                    report = new AdyenReport(cells, file.name().date());
                    refused = false;
                } else {
                    report.row(cells, file.place(line), file);
                }
            } catch (BadRecord bad) {
                problem(line, bad.getMessage());
            }
        }

        private String decoded(byte[] buffer, int offset, int length, int line) {
            String decoded = text.decode(buffer, offset, length);
            return line == 1 && decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
        }

        @Override
        public void problem(int line, String what) {
            file.problem(line, what);
        }

        void end() {
            try {
                if (report == null && !refused) {
                    throw new BadRecord("is empty; a report without transactions has its header");
                }
                if (report != null && file.problems().isEmpty()) {
                    report.end();
                }
            } catch (BadRecord cut) {
                file.problem(Math.max(1, file.lines()), cut.getMessage());
            }
        }
    }
}
