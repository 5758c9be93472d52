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

/** Table terminal_volume, summed over the parts that wrote it. */
@Component
class JdbcVolumes implements Volumes {
    private static final String SUMS = """
            select terminal_id, business_date, channel, card_type, currency, sum(amount_minor) as minor
              from terminal_volume
             where terminal_id = any(?) and business_date between ? and ?
             group by terminal_id, business_date, channel, card_type, currency
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
