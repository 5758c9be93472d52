package io.qingfen.verify.batch;

import io.qingfen.verify.Agreed;
import io.qingfen.verify.Columns;
import io.qingfen.verify.DateFacts;
import io.qingfen.verify.MerchantFacts;
import io.qingfen.verify.Merge;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import io.qingfen.verify.jdbc.AgreedQueries;
import io.qingfen.verify.jdbc.Books;

/** Reserves and agents' shares reckoned again from the cleared transactions and the frozen files. */
final class AgreedProof {
    private final Books books;
    private final DateFacts facts;

    AgreedProof(Books books, DateFacts facts) {
        this.books = books;
        this.facts = facts;
    }

    void reserves(Proof proof) {
        compare(
                "reserve_hold",
                "merchant_id currency base_minor rate_ppm withheld_minor days release_on",
                AgreedQueries.RESERVES,
                cleared().as(this::reserve),
                proof);
    }

    void shares(Proof proof) {
        compare(
                "agent_share",
                "merchant_id currency agent_id volume_minor merchant_fees_minor floor_rate_ppm ratio_ppm"
                        + " floor_fees_minor share_minor",
                AgreedQueries.SHARES,
                cleared().as(this::share),
                proof);
    }

    private void compare(String table, String columns, String sql, Rows wanted, Proof proof) {
        Merge.compare(
                Columns.of(2, columns),
                new Merge.Side("table " + table, books.rows("table " + table, sql)),
                new Merge.Side("transactions and the frozen files", wanted.where(row -> row.cells().length > 0)),
                proof);
    }

    /** Rows merchant, currency, volume, fees. */
    private Rows cleared() {
        return books.rows("transactions", AgreedQueries.CLEARED);
    }

    private Row reserve(Row cleared) {
        Agreed.Reserve terms = facts.agreed().reserves().get(cleared.cell(0));
        long withheld = terms == null ? 0 : terms.ofVolume(cleared.number(2));
        return withheld == 0
                ? none(cleared)
                : row(
                        cleared,
                        cleared.cell(0),
                        cleared.cell(1),
                        cleared.cell(2),
                        Agreed.ppm(terms.rate()),
                        Long.toString(withheld),
                        Integer.toString(terms.days()),
                        facts.date().plusDays(terms.days()).toString());
    }

    private Row share(Row cleared) {
        MerchantFacts merchant = facts.merchants().get(cleared.cell(0));
        Agreed.Agent terms = merchant == null ? null : facts.agreed().agents().get(merchant.agent());
        return terms == null
                ? none(cleared)
                : row(
                        cleared,
                        cleared.cell(0),
                        cleared.cell(1),
                        terms.id(),
                        cleared.cell(2),
                        cleared.cell(3),
                        Agreed.ppm(terms.floor()),
                        Agreed.ppm(terms.ratio()),
                        Long.toString(terms.floorOf(cleared.number(2))),
                        Long.toString(terms.shareOf(cleared.number(3), cleared.number(2))));
    }

    private static Row none(Row cleared) {
        return row(cleared);
    }

    private static Row row(Row cleared, String... cells) {
        return new Row(cleared.place(), cells);
    }
}
