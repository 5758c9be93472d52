package io.qingfen.scheme.batch;

import io.qingfen.scheme.CardTokens;
import io.qingfen.scheme.SchemeRecord;
import io.qingfen.scheme.WechatFunds;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** The fund-flow bill of WeChat Pay: an order or refund moves its amount less what WeChat keeps, in one move or in two. */
final class WechatFundsFormat implements FundsFormat {
    @Override
    public String name() {
        return "wechat-funds";
    }

    @Override
    public Set<String> goesWith() {
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
        TickedFile.read(
                in,
                file,
                header -> new WechatFunds(header, file.name().date()),
                (bill, cells, place) -> file.add(bill.row(cells, place)));
    }
}
