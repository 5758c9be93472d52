package io.qingfen.scheme.batch;

import io.qingfen.scheme.CardTokens;
import io.qingfen.scheme.WechatBill;
import java.io.IOException;
import java.io.InputStream;

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
        TickedFile.read(
                in,
                file,
                header -> new WechatBill(header, file.name().date()),
                (bill, cells, place) -> bill.row(cells, place).ifPresent(file::add));
    }
}
