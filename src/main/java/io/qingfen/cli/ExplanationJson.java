package io.qingfen.cli;

import io.qingfen.explain.Fact;
import io.qingfen.explain.Item;
import io.qingfen.explain.Outline;
import io.qingfen.money.Amounts;
import io.qingfen.money.Money;
import io.qingfen.run.Exit;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** An explanation as one tree, written as it comes; nothing is written when there is nothing to explain. */
final class ExplanationJson implements Outline, AutoCloseable {
    private final PrintStream out;
    private final Deque<Boolean> hasChildren = new ArrayDeque<>();
    private JsonGenerator json;

    ExplanationJson(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin(Item item) {
        if (json == null) {
            open();
        } else {
            child();
        }
        json.writeStartObject();
        json.writeStringProperty("kind", item.kind());
        json.writeStringProperty("name", item.name());
        item.count().ifPresent(count -> json.writeNumberProperty("count", count));
        item.amount().ifPresent(this::money);
        if (!item.note().isEmpty()) {
            json.writeStringProperty("note", item.note());
        }
        if (!item.facts().isEmpty()) {
            json.writeObjectPropertyStart("facts");
            item.facts().forEach(this::fact);
            json.writeEndObject();
        }
        hasChildren.push(false);
    }

    private void child() {
        if (!hasChildren.pop()) {
            json.writeArrayPropertyStart("children");
        }
        hasChildren.push(true);
    }

    private void open() {
        json = JsonMapper.builder().build().writerWithDefaultPrettyPrinter().createGenerator(new Unclosed(out));
        json.writeStartObject();
        json.writeNumberProperty("schemaVersion", Json.SCHEMA_VERSION);
        json.writeStringProperty("command", "explain");
        json.writeNumberProperty("exit", Exit.DONE.code());
        json.writeArrayPropertyStart("problems");
        json.writeEndArray();
        json.writeName("explanation");
    }

    private void money(Money amount) {
        json.writeStringProperty("amount", Amounts.format(amount.minor(), amount.currency()));
        json.writeStringProperty("currency", amount.currency().code());
    }

    private void fact(Fact fact) {
        if (fact.value() instanceof Money amount) {
            json.writeObjectPropertyStart(fact.name());
            money(amount);
            json.writeEndObject();
        } else if (fact.value() instanceof Boolean is) {
            json.writeBooleanProperty(fact.name(), is);
        } else if (fact.value() instanceof Long number) {
            json.writeNumberProperty(fact.name(), number);
        } else {
            json.writeStringProperty(fact.name(), fact.value().toString());
        }
    }

    @Override
    public void end() {
        if (hasChildren.pop()) {
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    @Override
    public void close() {
        if (json != null) {
            if (hasChildren.isEmpty()) {
                json.writeEndObject();
            }
            json.close();
            out.println();
        }
    }

    /** Standard output stays open. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(PrintStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
