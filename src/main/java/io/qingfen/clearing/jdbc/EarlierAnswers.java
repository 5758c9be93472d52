package io.qingfen.clearing.jdbc;

import io.qingfen.matching.Earlier;
import io.qingfen.matching.Question;
import java.util.Map;
import java.util.Set;

/** What the books of earlier dates answered, for a group of terminals. */
record EarlierAnswers(Set<Question> cleared, Map<Question, Original> originals, Set<Question> holds)
        implements Earlier {
    @Override
    public boolean clearedHere(Question question) {
        return cleared.contains(question);
    }

    @Override
    public Original original(Question question) {
        return originals.get(question);
    }

    @Override
    public boolean openHold(Question question) {
        return holds.contains(question);
    }
}
