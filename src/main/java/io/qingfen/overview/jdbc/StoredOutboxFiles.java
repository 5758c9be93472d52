package io.qingfen.overview.jdbc;

import io.qingfen.overview.OutboxFiles;
import io.qingfen.run.OnlyServing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads tables report_file, payout_file and payout_release_file. */
@OnlyServing
@Component
class StoredOutboxFiles implements OutboxFiles {
    private static final String REPORTS =
            "select file_name, row_count, size_bytes, sha256 from report_file where business_date = ? and ";
    private final JdbcClient jdbc;

    StoredOutboxFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<File> of(LocalDate date) {
        List<File> files = new ArrayList<>(jdbc.sql(REPORTS + "file_name not like 'statements/%' order by file_name")
                .param(date)
                .query(StoredOutboxFiles::file)
                .list());
        files.addAll(bankFiles(date));
        return files;
    }

    private List<File> bankFiles(LocalDate date) {
        List<File> files = new ArrayList<>(
                jdbc.sql("select 'payouts/' || file_name, cast(payouts as bigint), cast(null as bigint), sha256 "
                                + "from payout_file where business_date = ? order by file_name")
                        .param(date)
                        .query(StoredOutboxFiles::file)
                        .list());
        files.addAll(jdbc.sql("select 'released/' || f.file_name, cast(null as bigint), cast(null as bigint), f.sha256 "
                        + "from payout_release_file f join payout_release r on r.business_date = f.business_date "
                        + "and r.proposal_no = f.proposal_no where f.business_date = ? and r.state = 'RELEASED' "
                        + "order by f.file_name, f.proposal_no")
                .param(date)
                .query(StoredOutboxFiles::file)
                .list());
        return files;
    }

    @Override
    public Optional<File> find(LocalDate date, String name) {
        return jdbc.sql(REPORTS + "file_name = ?")
                .params(date, name)
                .query(StoredOutboxFiles::file)
                .optional()
                .or(() -> bankFiles(date).stream()
                        .filter(file -> file.name().equals(name))
                        .findFirst());
    }

    @Override
    public long statements(LocalDate date) {
        return jdbc.sql("select count(*) from report_file where business_date = ? and file_name like 'statements/%'")
                .param(date)
                .query(Long.class)
                .single();
    }

    private static File file(ResultSet row, int no) throws SQLException {
        return new File(row.getString(1), row.getObject(2, Long.class), row.getObject(3, Long.class), row.getString(4));
    }
}
