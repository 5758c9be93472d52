package io.qingfen.verify.jdbc;

import java.util.List;

/** The master controls of a date's comparisons: their sides, and what one date leaves to the next. */
public final class SchemeControlAgreements {
    /** Both sides of the control come to what the rows of the files say: what waits and what differs is in one of its lines. */
    private static final Agreement CONTROLS = new Agreement(
            "master controls of schemes",
            3,
            "source currency side amount",
            "table scheme_line",
            """
            select source, currency, side, sum(minor) from (
            select source, currency, 'own side' as side,
                   case when line in ('CARRIED_IN', 'SHORT') then -amount_minor else amount_minor end as minor
              from scheme_line where business_date = :date
               and line in ('OWN', 'CARRIED_IN', 'CARRIED_OUT', 'DISPUTES', 'LONG', 'SHORT')
             union all select source, currency, 'scheme', amount_minor from scheme_line
             where business_date = :date and line = 'SCHEME') sides
             group by source, currency, side having sum(minor) <> 0 order by source, currency, side {c}
            """,
            "tables scheme_record and scheme_dispute",
            """
            select source, currency, side, sum(minor) from (
            select source, currency, amount_minor as minor from scheme_record where business_date = :date
             union all select source, currency, amount_minor from scheme_dispute where business_date = :date) said
             cross join (select 'own side' as side union all select 'scheme') sides
             group by source, currency, side having sum(minor) <> 0 order by source, currency, side {c}
            """);

    /** From one date to the next nothing that waits is lost; the date before may have left the books. */
    private static final Agreement CARRIED = new Agreement(
            "what waits for the files of schemes is carried from date to date",
            2,
            "source currency amount",
            "table scheme_line of the date",
            """
            select source, currency, amount_minor from scheme_line l
             where business_date = :date and line = 'CARRIED_IN' and amount_minor <> 0
               and exists (select 1 from scheme_day d where d.source = l.source and d.business_date = :before)
             order by source, currency {c}
            """,
            "table scheme_line of the date before",
            """
            select source, currency, amount_minor from scheme_line l
             where business_date = :before and line = 'CARRIED_OUT' and amount_minor <> 0
               and exists (select 1 from scheme_day d where d.source = l.source and d.business_date = :date)
             order by source, currency {c}
            """);

    public static final List<Agreement> ALL = List.of(CONTROLS, CARRIED);

    private SchemeControlAgreements() {}
}
