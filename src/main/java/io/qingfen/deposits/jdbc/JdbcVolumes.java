package io.qingfen.deposits.jdbc;

import io.qingfen.deposits.TerminalVolume;
import io.qingfen.deposits.Volumes;
import io.qingfen.money.Currency;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Table terminal_volume, summed over the parts that wrote it. Joined, because H2 compares {@code any(?)} row by row. */
@Component
class JdbcVolumes implements Volumes {
    private static final String SUMS = """
            select v.terminal_id, v.business_date, v.channel, v.card_type, v.currency, sum(v.amount_minor) as minor
              from (select distinct u.asked_id from unnest(cast(? as varchar array)) as u(asked_id)) k
              join terminal_volume v on v.terminal_id = k.asked_id
             where v.business_date between ? and ?
             group by v.terminal_id, v.business_date, v.channel, v.card_type, v.currency
            """;

    private final JdbcTemplate jdbc;

    JdbcVolumes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<TerminalVolume>> of(Collection<String> terminalIds, LocalDate from, LocalDate to) {
        Map<String, List<TerminalVolume>> found = new HashMap<>();
        Object ids = terminalIds.toArray(String[]::new);
        jdbc.query(SUMS, (ResultSet row) -> add(found, row), ids, Date.valueOf(from), Date.valueOf(to));
        return found;
    }

    private static void add(Map<String, List<TerminalVolume>> found, ResultSet row) throws SQLException {
        found.computeIfAbsent(row.getString("terminal_id"), id -> new ArrayList<>())
                .add(new TerminalVolume(
                        row.getDate("business_date").toLocalDate(),
                        Channel.valueOf(row.getString("channel")),
                        CardType.valueOf(row.getString("card_type")),
                        Currency.of(row.getString("currency")),
                        row.getBigDecimal("minor").longValueExact()));
    }
}
