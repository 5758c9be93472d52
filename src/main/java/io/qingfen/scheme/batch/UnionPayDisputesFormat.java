package io.qingfen.scheme.batch;

import io.qingfen.scheme.CardTokens;
import io.qingfen.scheme.UnionPayDisputes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** AERR, and AERRA, which is longer: disputes. A file without a byte is a day without any. */
final class UnionPayDisputesFormat implements SchemeFormat {
    /** Formats of disputes by name. */
    static final Map<String, SchemeFormat> ALL = Stream.of("unionpay-aerr", "unionpay-aerra")
            .map(UnionPayDisputesFormat::new)
            .collect(Collectors.toMap(SchemeFormat::name, format -> format, (one, other) -> one, TreeMap::new));

    private final String name;

    private UnionPayDisputesFormat(String name) {
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
