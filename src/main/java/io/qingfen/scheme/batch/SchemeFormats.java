package io.qingfen.scheme.batch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The formats that the program knows, by name. */
final class SchemeFormats {
    private final Map<String, SchemeFormat> byName = new TreeMap<>();

    private SchemeFormats(List<SchemeFormat> formats) {
        formats.forEach(format -> byName.put(format.name(), format));
    }

    static SchemeFormats shipped() {
        return new SchemeFormats(List.of(
                new UnionPayFormat("unionpay-acom"),
                new UnionPayFormat("unionpay-acoma"),
                new WechatFormat(),
                new AlipayFormat()));
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    SchemeFormat format(String name) {
        return byName.get(name);
    }
}
