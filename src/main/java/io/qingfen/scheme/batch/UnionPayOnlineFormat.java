package io.qingfen.scheme.batch;

import io.qingfen.scheme.CardTokens;
import io.qingfen.scheme.UnionPayOnline;
import java.io.IOException;
import java.io.InputStream;

/** ZM: online payments. A file without a byte is a day without transactions. */
final class UnionPayOnlineFormat implements SchemeFormat {
    static final String NAME = "unionpay-zm";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean carriesCards() {
        return true;
    }

    @Override
    public void read(InputStream in, ParsedFile file, CardTokens cards) throws IOException {
        UnionPayOnline online = new UnionPayOnline(Layouts.of(NAME), file.name().date(), cards);
        FixedWidthFile.read(
                in,
                file,
                (buffer, offset, length, place) ->
                        online.read(buffer, offset, length, place).ifPresent(file::add));
    }
}
