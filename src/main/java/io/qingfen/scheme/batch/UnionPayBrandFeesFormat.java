package io.qingfen.scheme.batch;

import io.qingfen.scheme.CardTokens;
import io.qingfen.scheme.UnionPayBrandFees;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** ALFEE: brand fees. A file without a byte is a day without any. */
final class UnionPayBrandFeesFormat implements SchemeFormat {
    @Override
    public String name() {
        return "unionpay-alfee";
    }

    @Override
    public Set<String> goesWith() {
        return Set.of("unionpay-acom", "unionpay-acoma");
    }

    @Override
    public boolean carriesCards() {
        return true;
    }

    @Override
    public void read(InputStream in, ParsedFile file, CardTokens cards) throws IOException {
        UnionPayBrandFees fees = new UnionPayBrandFees(Layouts.of(name()), cards);
        FixedWidthFile.read(
                in,
                file,
                (buffer, offset, length, place) ->
                        fees.read(buffer, offset, length, place).ifPresent(file::add));
    }
}
