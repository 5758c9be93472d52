package io.qingfen.generator;

import io.qingfen.reference.Channel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A scheme that sends files of a generated home; foreign cards have none. */
enum SchemeFeed {
    UNIONPAY("unionpay", "txt"),
    WECHAT("wechat", "csv"),
    ALIPAY("alipay", "zip");

    private final String source;
    private final String ending;

    SchemeFeed(String source, String ending) {
        this.source = source;
        this.ending = ending;
    }

    /** Null for channels without files. */
    static SchemeFeed of(Channel channel) {
        return switch (channel) {
            case UNIONPAY, UNIONPAY_QR -> UNIONPAY;
            case WECHAT -> WECHAT;
            case ALIPAY -> ALIPAY;
            default -> null;
        };
    }

    /** As {@code schemes.yml} names it. */
    String source() {
        return source;
    }

    Path records(Path inbox, LocalDate date) {
        return inbox.resolve("scheme-" + name(date) + "." + ending);
    }

    Path disputes(Path inbox, LocalDate date) {
        return inbox.resolve("disputes-" + name(date) + ".txt");
    }

    Path fees(Path inbox, LocalDate date) {
        return inbox.resolve("fees-" + name(date) + ".txt");
    }

    private String name(LocalDate date) {
        return source + "_" + date.format(DateTimeFormatter.BASIC_ISO_DATE) + "_01";
    }
}
