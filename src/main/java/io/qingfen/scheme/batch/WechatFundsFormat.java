package io.qingfen.scheme.batch;

import io.qingfen.scheme.CardTokens;
import io.qingfen.scheme.SchemeRecord;
import io.qingfen.scheme.WechatFunds;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/** The fund-flow bill of WeChat Pay: an order or refund moves its amount less what WeChat keeps, in one move or in two. */
final class WechatFundsFormat implements FundsFormat {
    @Override
    public String name() {
        return "wechat-funds";
    }

    @Override
    public Set<String> of() {
        return Set.of(WechatFormat.NAME);
    }

    @Override
    public String key(SchemeRecord record) {
        return record.schemeRef();
    }

    @Override
    public long money(SchemeRecord record) {
        return Math.subtractExact(record.amountMinor(), record.costMinor());
    }

    @Override
    public void read(InputStream in, ParsedFile file, CardTokens cards) throws IOException {
        TickedFile.read(in, file, new Rows(file));
    }

    private static final class Rows implements TickedFile.Bill {
        private final ParsedFile file;
        private WechatFunds bill;

        Rows(ParsedFile file) {
            this.file = file;
        }

        @Override
        public void header(List<String> cells) {
            bill = new WechatFunds(cells, file.name().date());
        }

        @Override
        public boolean beginsSummary(String firstCell) {
            return WechatFunds.beginsSummary(firstCell);
        }

        @Override
        public void row(List<String> cells, int line) {
            file.add(bill.row(cells, file.place(line)));
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
