package io.qingfen.logs;

import ch.qos.logback.classic.pattern.TargetLengthBasedClassNameAbbreviator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import io.qingfen.run.CardNumbers;
import io.qingfen.run.RunLog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes an event as one line for people, or as one JSON object in the names of the Elastic Common Schema. In both the
 * text cannot end the line, steer a terminal or turn the reading direction, and numbers of cards are masked.
 */
public final class LogLines extends EncoderBase<ILoggingEvent> {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
    private static final int LOGGER_LENGTH = 20;

    private final TargetLengthBasedClassNameAbbreviator shortened =
            new TargetLengthBasedClassNameAbbreviator(LOGGER_LENGTH);
    private boolean json;

    /** {@code json} or {@code plain}; anything else is plain, for a log must come before a complaint about it. */
    public void setFormat(String format) {
        json = "json".equalsIgnoreCase(format.strip());
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return (json ? object(event) : line(event)).getBytes(StandardCharsets.UTF_8);
    }

    private String line(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(200);
        line.append(LOCAL.format(event.getInstant().atZone(ZoneId.systemDefault())))
                .append(String.format(" %-5s ", event.getLevel()))
                .append(shortened.abbreviate(event.getLoggerName()));
        String run = event.getMDCPropertyMap().get(RunLog.RUN);
        if (run != null) {
            line.append(" [").append(Escapes.plain(run)).append(']');
        }
        line.append(' ')
                .append(Escapes.plain(CardNumbers.masked(message(event))))
                .append('\n');
        if (event.getThrowableProxy() != null) {
            Thrown.lines(event.getThrowableProxy())
                    .forEach(one -> line.append("    ").append(one).append('\n'));
        }
        return line.toString();
    }

    private static String object(ILoggingEvent event) {
        Map<String, String> fields = new LinkedHashMap<>();
        Instant at = event.getInstant();
        fields.put("@timestamp", UTC.format(at.atOffset(ZoneOffset.UTC)));
        fields.put("log.level", event.getLevel().toString());
        fields.put("log.logger", event.getLoggerName());
        fields.put("message", CardNumbers.masked(message(event)));
        Map<String, String> context = event.getMDCPropertyMap();
        put(fields, "labels.run", context.get(RunLog.RUN));
        put(fields, "labels.job", context.get(RunLog.JOB));
        put(fields, "labels.business_date", context.get(RunLog.BUSINESS_DATE));
        fields.put("process.thread.name", event.getThreadName());
        if (event.getThrowableProxy() != null) {
            fields.put("error.type", event.getThrowableProxy().getClassName());
            fields.put("error.message", Thrown.text(event.getThrowableProxy()));
            fields.put("error.stack_trace", String.join("\n", Thrown.lines(event.getThrowableProxy())));
        }
        fields.put("ecs.version", "8.11");
        return fields.entrySet().stream()
                .map(field -> '"' + field.getKey() + "\":\"" + Escapes.json(field.getValue()) + '"')
                .collect(Collectors.joining(",", "{", "}\n"));
    }

    private static String message(ILoggingEvent event) {
        String message = event.getFormattedMessage();
        return message == null ? "" : message;
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
