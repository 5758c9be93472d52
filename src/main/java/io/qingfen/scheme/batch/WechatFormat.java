package io.qingfen.scheme.batch;

import io.qingfen.scheme.CardTokens;
import io.qingfen.scheme.WechatBill;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The trade bill of WeChat Pay. */
final class WechatFormat implements SchemeFormat {
    static final String NAME = "wechat-trade";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean carriesCards() {
        return false;
    }

    @Override
    public void read(InputStream in, ParsedFile file, CardTokens cards) throws IOException {
        TickedFile.read(in, file, new Rows(file));
    }

    private static final class Rows implements TickedFile.Bill {
        private final ParsedFile file;
        private WechatBill bill;

        Rows(ParsedFile file) {
            this.file = file;
        }

        @Override
        public void header(List<String> cells) {
            bill = new WechatBill(cells, file.name().date());
        }

        @Override
        public boolean beginsSummary(String firstCell) {
            return WechatBill.beginsSummary(firstCell);
        }

        @Override
        public void row(List<String> cells, int line) {
            bill.row(cells, file.place(line)).ifPresent(file::add);
        }

        @Override
        public void summaryHeader(List<String> cells) {
            bill.summaryHeader(cells);
        }

        @Override
        public void summary(List<String> cells) {
            bill.summary(cells);
        }

        @Override
        public boolean isEnded() {
            return bill.isEnded();
        }
    }
}
