package io.qingfen.verify.jdbc;

/** Open items as a date knew them. */
final class Items {
    /** With column {@code joined_until}: without what decisions of later dates to WAIT added. */
    static final String AS_OF = """
            (select i.*, coalesce((select min(w.joins_until_before) from prolonged_item w
                       where w.item_id = i.item_id and w.opened_on = i.opened_on and w.business_date > :date),
                     i.joins_until) as joined_until
               from open_item i)
            """;

    private Items() {}
}
