package io.qingfen.explain;

import io.qingfen.explain.Books.Transaction;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.References;
import io.qingfen.reports.CaseTexts;
import io.qingfen.review.CaseQueue;
import io.qingfen.run.BusinessDay;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.settlement.Position;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Finds out what an id names, and has it told. */
public final class Explanations implements Explainer {
    private final Books books;
    private final InputLines lines;
    private final References references;
    private final CaseQueue cases;
    private final CaseTexts texts;
    private final BusinessDays days;

    public Explanations(
            Books books, InputLines lines, References references, CaseQueue cases, CaseTexts texts, BusinessDays days) {
        this.books = books;
        this.lines = lines;
        this.references = references;
        this.cases = cases;
        this.texts = texts;
        this.days = days;
    }

    @Override
    public void explain(Request request, Outline outline) {
        request.date().ifPresent(days::requireKept);
        Telling tell = new Telling(books, lines, references, outline, request.most());
        if (!tell(request, tell)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "The books of this home have no " + request.id()
                            + request.date().map(date -> " on " + date).orElse("") + "; " + SubjectId.SHAPES
                            + whenSomeLeft());
        }
    }

    private String whenSomeLeft() {
        boolean left = days.first()
                .flatMap(days::find)
                .filter(day -> day.state() == BusinessDay.State.RETIRED)
                .isPresent();
        return left ? "; it may be of a date that has left the books: qingfen retention list" : "";
    }

    private boolean tell(Request request, Telling tell) {
        String id = request.id();
        if (SubjectId.isCase(id)) {
            Optional<CaseQueue.Item> found = cases.find(id);
            found.ifPresent(new CaseTelling(tell, texts)::tell);
            return found.isPresent();
        }
        if (SubjectId.isEntry(id)) {
            Optional<Books.LedgerEntry> found = books.entry(id);
            found.ifPresent(new EntryTelling(tell)::tell);
            return found.isPresent();
        }
        Optional<SubjectId.Position> position = SubjectId.position(id);
        if (position.isPresent()) {
            return position(position.get(), tell);
        }
        Optional<SubjectId.Line> line = SubjectId.line(id);
        if (line.isPresent()) {
            return transaction(request, line.get(), tell);
        }
        return SubjectId.isMerchant(id)
                && request.date().isPresent()
                && positions(request.date().get(), id, tell);
    }

    private boolean position(SubjectId.Position id, Telling tell) {
        days.requireKept(id.date());
        if (!books.isOpened(id.date())) {
            return false;
        }
        Merchant merchant = references.of(id.date()).merchant(id.merchantId());
        String home = merchant == null ? "" : merchant.currency().code();
        String currency = id.currency() == null ? home : id.currency();
        Optional<Position> found = books.positions(id.date(), id.merchantId()).stream()
                .filter(position -> position.currency().code().equals(currency))
                .findFirst();
        found.ifPresent(new PositionTelling(tell)::tell);
        return found.isPresent();
    }

    /** Every currency of the merchant's day. */
    private boolean positions(LocalDate date, String merchantId, Telling tell) {
        List<Position> found = books.positions(date, merchantId);
        if (found.size() == 1) {
            new PositionTelling(tell).tell(found.get(0));
        } else if (!found.isEmpty()) {
            tell.out().begin(Item.of("positions", merchantId).with("businessDate", date));
            found.forEach(new PositionTelling(tell)::tell);
            tell.out().end();
        }
        return !found.isEmpty();
    }

    private boolean transaction(Request request, SubjectId.Line line, Telling tell) {
        List<Transaction> dates = books.transactions(request.id()).stream()
                .filter(item -> request.date().isEmpty()
                        || item.account().date().equals(request.date().get()))
                .toList();
        if (!dates.isEmpty()) {
            new TransactionTelling(tell).tell(dates);
            return true;
        }
        return request.date().isEmpty() && new RecordTelling(tell).tell(request.id(), line);
    }
}
