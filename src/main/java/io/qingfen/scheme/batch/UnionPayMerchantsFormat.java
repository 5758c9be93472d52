package io.qingfen.scheme.batch;

import io.qingfen.scheme.CardTokens;
import io.qingfen.scheme.SchemeRecord;
import io.qingfen.scheme.UnionPayMerchants;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** ZSUM: the transactions of each merchant in one sum. A file without a byte is a day without transactions. */
final class UnionPayMerchantsFormat implements FundsFormat {
    @Override
    public String name() {
        return "unionpay-zsum";
    }

    @Override
    public Set<String> goesWith() {
        return Set.of("unionpay-acom", "unionpay-acoma", UnionPayOnlineFormat.NAME);
    }

    @Override
    public String key(SchemeRecord record) {
        return record.merchantId();
    }

    @Override
    public long money(SchemeRecord record) {
        return record.amountMinor();
    }

    @Override
    public void read(InputStream in, ParsedFile file, CardTokens cards) throws IOException {
        UnionPayMerchants merchants = new UnionPayMerchants(Layouts.of(name()));
        FixedWidthFile.read(
                in, file, (buffer, offset, length, place) -> file.add(merchants.read(buffer, offset, length, place)));
    }
}
