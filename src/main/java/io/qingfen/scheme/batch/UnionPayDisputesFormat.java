package io.qingfen.scheme.batch;

import io.qingfen.scheme.CardTokens;
import io.qingfen.scheme.UnionPayDisputes;
import java.io.IOException;
import java.io.InputStream;

/** AERR, and AERRA, which is longer: disputes. A file without a byte is a day without any. */
final class UnionPayDisputesFormat implements SchemeFormat {
    private final String name;

    /** @param name of the format and of its field table, which is read when a file is */
    UnionPayDisputesFormat(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean carriesCards() {
        return true;
    }

    @Override
    public void read(InputStream in, ParsedFile file, CardTokens cards) throws IOException {
        UnionPayDisputes disputes =
                new UnionPayDisputes(Layouts.of(name), file.name().date(), cards);
        FixedWidthFile.read(
                in, file, (buffer, offset, length, place) -> file.add(disputes.read(buffer, offset, length, place)));
    }
}
