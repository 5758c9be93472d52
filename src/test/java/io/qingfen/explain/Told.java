package io.qingfen.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Money;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An explanation kept as a tree, and what must hold of every one. */
final class Told implements Outline {
    private final Deque<Node> open = new ArrayDeque<>();
    private Node root;

    /** One node with what is inside it. */
    record Node(Item item, List<Node> inside) {
        List<Node> of(String kind) {
            return inside.stream()
                    .filter(node -> node.item().kind().equals(kind))
                    .toList();
        }

        Money amount() {
            return item.amount().orElseThrow();
        }

        void each(Consumer<Node> reader) {
            reader.accept(this);
            inside.forEach(node -> node.each(reader));
        }
    }

    static Node of(Explainer explainer, String id) {
        return of(explainer, id, Long.MAX_VALUE);
    }

    static Node of(Explainer explainer, String id, long most) {
        Told told = new Told();
        explainer.explain(new Explainer.Request(id, Optional.empty(), most), told);
        assertThat(told.open).as(id).isEmpty();
        assertThat(told.root.item().name()).isEqualTo(id);
        return told.root;
    }

    @Override
    public void begin(Item item) {
        Node node = new Node(item, new ArrayList<>());
        if (open.isEmpty()) {
            assertThat(root).as("one root").isNull();
            root = node;
        } else {
            open.peek().inside().add(node);
        }
        open.push(node);
    }

    @Override
    public void end() {
        open.pop();
    }

    /** Every pair of figures agrees, every fee can be reckoned again from its text, nothing secret is shown. */
    static void requireSound(Node told) {
        told.each(node -> {
            Item item = node.item();
            if (item.kind().equals("check")) {
                assertThat(item.facts())
                        .as("%s of %s", item, told.item().name())
                        .contains(new Fact("closes", true));
            }
            if (item.kind().equals("fee") || item.kind().equals("cost-part")) {
                requireReckonable(node);
            }
            assertThat(item.toString()).doesNotContain("tk_").doesNotContain("as booked");
            if (item.kind().equals("move") && item.name().matches("CASE\\|.*\\|(FEE|COST)")) {
                assertThat(node.inside()).as("arithmetic of %s", item.name()).isNotEmpty();
            }
            if (item.kind().equals("record")) {
                assertThat(item.note()).as(item.name()).isNotEmpty();
            }
        });
    }

    private static void requireReckonable(Node fee) {
        String text = fee.item().note();
        if (text.contains(" × ")) {
            Money booked = fee.amount();
            assertThat(ArithmeticOnPaper.result(text, booked.currency().digits()))
                    .as("%s = %s", text, booked)
                    .isEqualTo(Math.abs(booked.minor()));
        } else {
            assertThat(text)
                    .containsAnyOf(
                            "a void gives back the whole fee", "refundFee: KEEP", "the reversed sale still held");
        }
    }
}
