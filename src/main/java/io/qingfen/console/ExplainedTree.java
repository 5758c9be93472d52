package io.qingfen.console;

import io.qingfen.explain.Item;
import io.qingfen.explain.Outline;
import io.qingfen.money.Money;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** An explanation kept as a tree; its size is bounded by the transactions that were asked for. */
final class ExplainedTree implements Outline {
    /** Their names are ids that can be explained themselves. */
    private static final Set<String> LINKED =
            Set.of("transaction", "payout", "position", "entry", "case", "effect", "waiting");

    private static final int OPEN_LEVELS = 1;
    private final Deque<Node> path = new ArrayDeque<>();
    private Node root;

    /** @param level 0 for the subject itself */
    record Node(Item item, int level, List<Node> parts) {
        public boolean linked() {
            return level > 0 && LINKED.contains(item.kind());
        }

        public String name() {
            return item.name();
        }

        public String note() {
            return item.note();
        }

        public boolean counted() {
            return item.count().isPresent();
        }

        public long count() {
            return item.count().orElse(0);
        }

        /** Null without an amount. */
        public Money worth() {
            return item.amount().orElse(null);
        }

        public boolean check() {
            return item.kind().equals("check");
        }

        public boolean record() {
            return item.kind().equals("record");
        }

        /** Of a check: whether both figures are one. */
        public boolean closes() {
            return item.facts().stream()
                    .anyMatch(fact -> fact.name().equals("closes") && Boolean.TRUE.equals(fact.value()));
        }

        public boolean open() {
            return level < OPEN_LEVELS;
        }
    }

    @Override
    public void begin(Item item) {
        Node node = new Node(item, path.size(), new ArrayList<>());
        if (path.isEmpty()) {
            root = node;
        } else {
            path.peek().parts().add(node);
        }
        path.push(node);
    }

    @Override
    public void end() {
        path.pop();
    }

    Node root() {
        return root;
    }
}
