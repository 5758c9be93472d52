package io.qingfen.verify.batch;

import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.jdbc.Books;
import java.util.List;

/**
 * Items that must have waited because a case or a decision says so. Of a row that is gone totals only tell that something
 * is gone; here it is named.
 */
final class MissingItems {
    /** Cases about a single authorization, which stands in no transaction of the date. */
    private static final String OPENED = """
            select c.subject, c.opened_on, 'table review_case [' || c.case_id || '] is about it'
              from review_case c where c.opened_on = :date
               and (c.kind = 'UNKNOWN_OUTCOME' and c.capture_file is null or c.kind = 'REVERSAL_AFTER_CLEARING')
               and not exists (select 1 from open_item o where o.item_id = c.subject and o.opened_on = c.opened_on)
             order by c.subject
            """;

    private static final String ENDED = """
            select c.subject, c.opened_on, 'table review_case [' || c.case_id || '] closed itself when it ended'
              from review_case c where c.closed_on = :date and c.opened_on < :date
               and c.resolution in ('SELF_CLEARED', 'REVERSED')
               and c.kind in ('UNKNOWN_OUTCOME', 'TYPE_MISMATCH', 'CURRENCY_MISMATCH', 'CARD_MISMATCH',
                     'AMOUNT_MISMATCH', 'COMPLETION_WITHOUT_HOLD', 'COMPLETION_EXCEEDS_HOLD', 'VOID_WITHOUT_ORIGINAL',
                     'REFUND_WITHOUT_ORIGINAL', 'REFUND_EXCEEDS_ORIGINAL', 'UNPRICED', 'AMBIGUOUS', 'ORPHAN_CAPTURE',
                     'ORPHAN_AUTHORIZATION')
               and not exists (select 1 from open_item o where o.case_id = c.case_id and o.removed_on = :date)
             order by c.subject
            """;

    /** A reversal that waited has no case until it gives up. */
    private static final String GIVEN_UP = """
            select c.subject, c.opened_on, 'table review_case [' || c.case_id || '] says that it waited and gave up'
              from review_case c where c.opened_on = :date and c.kind = 'REVERSAL_WITHOUT_ORIGINAL'
               and not exists (select 1 from open_item o where o.item_id = c.subject and o.removed_on = :date)
             order by c.subject
            """;

    private static final String DECIDED = """
            select d.item_id, d.item_opened_on, 'table decided_item [' || d.case_id || '] ended it'
              from decided_item d where d.business_date = :date
               and not exists (select 1 from open_item o where o.item_id = d.item_id
                     and o.opened_on = d.item_opened_on and o.removed_on = :date)
             order by d.item_id
            """;

    private final Books books;

    MissingItems(Books books) {
        this.books = books;
    }

    void prove(Proof proof) {
        for (String missing : List.of(OPENED, ENDED, GIVEN_UP, DECIDED)) {
            proof.looked();
            for (Row row : books.all("table open_item", missing)) {
                proof.red(row.place() + " [" + row.cell(0) + "|" + row.cell(1)
                        + "]: is missing, or ended on another date; " + row.cell(2));
            }
        }
    }
}
