package io.qingfen.scheme.batch;

import io.qingfen.scheme.CardTokens;
import io.qingfen.scheme.Layout;
import io.qingfen.scheme.UnionPayRecords;
import java.io.IOException;
import java.io.InputStream;

/** ACOM and ACOMN (one table), and ACOMA, which is longer. A file without a byte is a day without transactions. */
final class UnionPayFormat implements SchemeFormat {
    private final String name;

    /** @param name of the format and of its field table, which is read when a file is */
    UnionPayFormat(String name) {
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
        Layout layout = Layouts.of(name);
        UnionPayRecords records = new UnionPayRecords(layout, file.name().date(), cards);
        FixedWidthFile.read(
                in,
                file,
                (buffer, offset, length, place) ->
                        records.read(buffer, offset, length, place).ifPresent(file::add));
    }
}
