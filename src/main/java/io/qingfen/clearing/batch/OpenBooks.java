package io.qingfen.clearing.batch;

import io.qingfen.clearing.ItemIds;
import io.qingfen.clearing.jdbc.ClearingBooks;
import io.qingfen.clearing.jdbc.OpenItems;
import io.qingfen.matching.NightRules;
import io.qingfen.review.Case;
import io.qingfen.review.Cases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What both clearing steps write through, for one partition: rows, open items, cases. */
final class OpenBooks implements AutoCloseable {
    private static final int CASES_AT_ONCE = 1_000;

    private final NightRules rules;
    private final ClearingBooks books;
    private final OpenItems openItems;
    private final Cases cases;
    private final List<Case> opened = new ArrayList<>();
    private final List<String> cleared = new ArrayList<>();
    private final List<String> reversed = new ArrayList<>();

    OpenBooks(NightRules rules, ClearingBooks books, OpenItems openItems, Cases cases) {
        this.rules = rules;
        this.books = books;
        this.openItems = openItems;
        this.cases = cases;
    }

    LocalDate businessDate() {
        return rules.businessDate();
    }

    NightRules rules() {
        return rules;
    }

    ClearingBooks books() {
        return books;
    }

    OpenItems openItems() {
        return openItems;
    }

    ItemIds ids() {
        return books.ids();
    }

    void openCase(Case one) {
        opened.add(one);
        if (opened.size() >= CASES_AT_ONCE) {
            flushCases();
        }
    }

    /** The case of an item that found its counterpart. Null ids are items without a case. */
    void selfCleared(String caseId) {
        if (caseId != null) {
            cleared.add(caseId);
        }
    }

    /** The case of an item that was reversed. */
    void reversed(String caseId) {
        if (caseId != null) {
            reversed.add(caseId);
        }
    }

    private void flushCases() {
        cases.open(opened);
        opened.clear();
    }

    @Override
    public void close() {
        flushCases();
        cases.selfClose(cleared, Cases.SelfClosing.SELF_CLEARED, businessDate());
        cases.selfClose(reversed, Cases.SelfClosing.REVERSED, businessDate());
        openItems.close();
        books.close();
    }
}
