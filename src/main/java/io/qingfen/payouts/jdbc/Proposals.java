package io.qingfen.payouts.jdbc;

import io.qingfen.payouts.Release;
import io.qingfen.payouts.Release.State;
import io.qingfen.payouts.ReleaseContent;
import io.qingfen.payouts.ReleaseContent.HashedFile;
import io.qingfen.payouts.ReleaseTotal;
import io.qingfen.run.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tables payout_release, payout_release_total and payout_release_file. Every change names the state it starts from: of
 * two that happen at once, one succeeds.
 */
@Component
public class Proposals {
    private static final int REASON = 400;
    private final JdbcClient jdbc;

    Proposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The date's last proposal. */
    public Optional<Release> last(LocalDate businessDate) {
        return jdbc.sql("select * from payout_release where business_date = ? order by proposal_no desc"
                        + " fetch first 1 rows only")
                .param(businessDate)
                .query(this::release)
                .optional();
    }

    /** Dates with an approved release whose files may not be moved yet, oldest first. */
    public List<LocalDate> approved() {
        return jdbc.sql("select business_date from payout_release where state = 'APPROVED' order by business_date")
                .query(LocalDate.class)
                .list();
    }

    /** Closed dates whose payouts wait and for which nobody ever proposed anything, oldest first. */
    public List<LocalDate> neverProposed() {
        return jdbc.sql("select distinct p.business_date from payout p join business_day d"
                        + " on d.business_date = p.business_date where p.state = 'PREPARED' and d.state = 'CLOSED'"
                        + " and not exists (select 1 from payout_release r where r.business_date = p.business_date)"
                        + " order by p.business_date")
                .query(LocalDate.class)
                .list();
    }

    /** @param hours how long it may be approved, by the database's clock */
    public void add(ReleaseContent content, int no, Actor maker, int hours, Set<String> confirmed) {
        LocalDate date = content.businessDate();
        jdbc.sql(
                        "insert into payout_release (business_date, proposal_no, state, digest, maker, proposed_at, expires_at)"
                                + " values (?, ?, 'PROPOSED', ?, ?, current_timestamp, current_timestamp + interval '"
                                + hours
                                + "' hour)")
                .params(date, no, content.digest(), maker.name())
                .update();
        addTotals(content, no, confirmed);
        addFiles(content, no);
    }

    private void addTotals(ReleaseContent content, int no, Set<String> confirmed) {
        for (ReleaseTotal total : content.totals()) {
            String currency = total.currency().code();
            jdbc.sql("insert into payout_release_total (business_date, proposal_no, value_date, currency, payouts,"
                            + " amount_minor, confirmed) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            content.businessDate(),
                            no,
                            total.valueDate(),
                            currency,
                            total.payouts(),
                            total.amountMinor(),
                            confirmed.contains(currency))
                    .update();
        }
    }

    private void addFiles(ReleaseContent content, int no) {
        for (HashedFile file : content.files()) {
            jdbc.sql("insert into payout_release_file (business_date, proposal_no, file_name, sha256)"
                            + " values (?, ?, ?, ?)")
                    .params(content.businessDate(), no, file.name(), file.sha256())
                    .update();
        }
    }

    public boolean isExpired(Release release) {
        return jdbc.sql("select count(*) from payout_release where business_date = ? and proposal_no = ?"
                                + " and expires_at <= current_timestamp")
                        .params(release.businessDate(), release.no())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** @param checker empty when the system releases by itself @return false when it was not to be approved any more */
    public boolean approve(Release release, Optional<Actor> checker) {
        return jdbc.sql("update payout_release set state = 'APPROVED', checker = ?, approved_at = current_timestamp"
                                + " where business_date = ? and proposal_no = ? and state = 'PROPOSED'"
                                + " and expires_at > current_timestamp")
                        .params(checker.map(Actor::name).orElse(null), release.businessDate(), release.no())
                        .update()
                == 1;
    }

    /** When somebody, or the system, approved it; null before. */
    public Instant approvedAt(Release release) {
        return jdbc.sql("select approved_at from payout_release where business_date = ? and proposal_no = ?")
                .params(release.businessDate(), release.no())
                .query((row, n) -> row.getObject(1, OffsetDateTime.class))
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    /** @return false when it was not PROPOSED any more */
    public boolean end(Release release, State state, Actor who, String reason) {
        String kept = reason.length() <= REASON ? reason : reason.substring(0, REASON);
        return jdbc.sql("update payout_release set state = ?, ended_by = ?, ended_at = current_timestamp, reason = ?"
                                + " where business_date = ? and proposal_no = ? and state = 'PROPOSED'")
                        .params(state.name(), who.name(), kept, release.businessDate(), release.no())
                        .update()
                == 1;
    }

    /** The approved release of a date, its row locked; empty when its files are moved. */
    public Optional<Release> lockApproved(LocalDate businessDate) {
        return jdbc.sql("select * from payout_release where business_date = ? and state = 'APPROVED' for update")
                .param(businessDate)
                .query(this::release)
                .optional();
    }

    public void released(Release release) {
        jdbc.sql("update payout_release set state = 'RELEASED', released_at = current_timestamp"
                        + " where business_date = ? and proposal_no = ? and state = 'APPROVED'")
                .params(release.businessDate(), release.no())
                .update();
    }

    /** The files that were proposed, in byte order of name. */
    public List<HashedFile> files(Release release) {
        return jdbc.sql("select file_name, sha256 from payout_release_file"
                        + " where business_date = ? and proposal_no = ? order by file_name")
                .params(release.businessDate(), release.no())
                .query((row, n) -> new HashedFile(row.getString(1), row.getString(2)))
                .list();
    }

    private Release release(ResultSet row, int number) throws SQLException {
        LocalDate date = row.getObject("business_date", LocalDate.class);
        int no = row.getInt("proposal_no");
        return new Release(
                date,
                no,
                State.valueOf(row.getString("state")),
                row.getString("digest"),
                row.getString("maker"),
                at(row, "proposed_at"),
                at(row, "expires_at"),
                Objects.requireNonNullElse(row.getString("checker"), ""),
                confirmed(date, no),
                Objects.requireNonNullElse(row.getString("reason"), ""));
    }

    private Set<String> confirmed(LocalDate date, int no) {
        return new HashSet<>(jdbc.sql("select distinct currency from payout_release_total"
                        + " where business_date = ? and proposal_no = ? and confirmed")
                .params(date, no)
                .query(String.class)
                .list());
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
