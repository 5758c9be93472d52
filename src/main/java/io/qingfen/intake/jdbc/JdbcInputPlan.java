package io.qingfen.intake.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.intake.CollectedFile;
import io.qingfen.intake.FileTrailer;
import io.qingfen.intake.InputChunk;
import io.qingfen.intake.InputFile;
import io.qingfen.intake.InputName;
import io.qingfen.intake.InputPlan;
import io.qingfen.intake.Notice;
import io.qingfen.intake.PlannedChunk;
import io.qingfen.intake.SegmentPlan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class JdbcInputPlan implements InputPlan {
    /** Everything that routing wrote for a date, and the plan itself. */
    private static final List<String> FORGET = List.of(
            "delete from review_case where opened_on = ? and kind = 'BATCH_REJECTED'",
            "delete from partition_done where business_date = ? and step = 'routeRecords'",
            "delete from night_total where business_date = ? and step = 'routeRecords'",
            "delete from reject where business_date = ?",
            "delete from intake_tally where business_date = ?",
            "delete from working_range where business_date = ?",
            "delete from intake_chunk where business_date = ?",
            "delete from input_file where business_date = ?");

    private static final List<String> FORGET_FILE = List.of(
            "delete from review_case where opened_on = ? and kind = 'BATCH_REJECTED' and capture_file = ?",
            "delete from reject where business_date = ? and file_no = ?",
            "delete from intake_tally where business_date = ? and file_no = ?",
            "delete from intake_chunk where business_date = ? and file_no = ?",
            "delete from input_file where business_date = ? and file_no = ?");

    private static final String COLLECTED = "COLLECTED";
    private final JdbcClient jdbc;
    private final BulkLoad bulk;

    JdbcInputPlan(JdbcClient jdbc, BulkLoad bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    @Override
    public List<InputFile> files(LocalDate businessDate) {
        return jdbc.sql(InputFileRows.SELECT + "where business_date = ? order by file_no")
                .param(businessDate)
                .query(InputFileRows::read)
                .list();
    }

    @Override
    public long bytes(LocalDate businessDate) {
        return jdbc.sql("select coalesce(sum(size_bytes), 0) from input_file where business_date = ?")
                .param(businessDate)
                .query(BigDecimal.class)
                .single()
                .longValueExact();
    }

    @Override
    public Optional<InputFile> usedBefore(LocalDate businessDate, InputName identity) {
        return jdbc.sql(InputFileRows.SELECT
                        + "where kind = ? and file_date = ? and sequence_no = ? and business_date <> ?")
                .params(identity.kind().name(), identity.date(), identity.sequence(), businessDate)
                .query(InputFileRows::read)
                .optional();
    }

    @Override
    public void replace(LocalDate businessDate, long plan, List<CollectedFile> files) {
        FORGET.forEach(sql -> jdbc.sql(sql).param(businessDate).update());
        int first = 1
                + jdbc.sql("select coalesce(max(file_no), 0) from input_file")
                        .query(Integer.class)
                        .single();
        List<PlannedChunk> chunks = new ArrayList<>();
        try (BulkRows rows = bulk.into(
                "input_file",
                "file_no",
                "business_date",
                "kind",
                "file_date",
                "sequence_no",
                "file_name",
                "sha256",
                "size_bytes",
                "line_count",
                "trailer_line",
                "stated_batches",
                "stated_records",
                "stated_amount",
                "state")) {
            for (int i = 0; i < files.size(); i++) {
                CollectedFile file = files.get(i);
                int number = first + i;
                write(rows, businessDate, number, file);
                file.scan().chunks().forEach(chunk -> chunks.add(new PlannedChunk(number, file.name(), chunk)));
            }
        }
        writeChunks(businessDate, plan, chunks);
    }

    private static void write(BulkRows rows, LocalDate businessDate, int number, CollectedFile file) {
        InputName name = file.name();
        FileTrailer trailer = file.scan().trailer();
        rows.number(number).date(businessDate).text(name.kind().name());
        rows.date(name.date()).number(name.sequence()).text(name.text()).text(file.sha256());
        rows.number(file.scan().bytes()).number(file.scan().lines()).number(trailer.line());
        rows.number(trailer.batches()).number(trailer.records()).text(trailer.amount());
        rows.text(COLLECTED).end();
    }

    private void writeChunks(LocalDate businessDate, long plan, List<PlannedChunk> chunks) {
        List<Integer> segments = SegmentPlan.of(chunks);
        try (BulkRows rows = bulk.into(
                "intake_chunk",
                "business_date",
                "file_no",
                "chunk_no",
                "plan",
                "segment_no",
                "begin_byte",
                "end_byte",
                "first_line",
                "context_byte")) {
            for (int i = 0; i < chunks.size(); i++) {
                InputChunk chunk = chunks.get(i).chunk();
                rows.date(businessDate).number(chunks.get(i).file()).number(chunk.number());
                rows.number(plan).number(segments.get(i)).number(chunk.begin()).number(chunk.end());
                rows.number(chunk.firstLine()).number(chunk.context()).end();
            }
        }
    }

    @Override
    public long plan(LocalDate businessDate) {
        return jdbc.sql("select coalesce(max(plan), 0) from intake_chunk where business_date = ?")
                .param(businessDate)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Integer> segments(LocalDate businessDate) {
        return jdbc.sql("select distinct segment_no from intake_chunk where business_date = ? order by segment_no")
                .param(businessDate)
                .query(Integer.class)
                .list();
    }

    @Override
    public List<PlannedChunk> chunks(LocalDate businessDate, int segment) {
        return jdbc.sql("select c.file_no, f.file_name, c.chunk_no, c.begin_byte, c.end_byte, c.first_line,"
                        + " c.context_byte from intake_chunk c join input_file f on f.file_no = c.file_no"
                        + " where c.business_date = ? and c.segment_no = ? order by c.file_no, c.chunk_no")
                .params(businessDate, segment)
                .query((row, number) -> new PlannedChunk(
                        row.getInt("file_no"),
                        InputFileRows.name(row.getString("file_name")),
                        new InputChunk(
                                row.getInt("chunk_no"),
                                row.getLong("begin_byte"),
                                row.getLong("end_byte"),
                                row.getInt("first_line"),
                                row.getLong("context_byte"))))
                .list();
    }

    @Override
    public void drop(LocalDate businessDate, int file) {
        FORGET_FILE.forEach(sql -> jdbc.sql(sql).param(businessDate).param(file).update());
    }

    @Override
    public void routed(LocalDate businessDate) {
        jdbc.sql("update input_file set state = 'ROUTED' where business_date = ?")
                .param(businessDate)
                .update();
    }

    @Override
    public void notices(LocalDate businessDate, Collection<Notice.Kind> kinds, Collection<Notice> notices) {
        kinds.forEach(kind -> jdbc.sql("delete from intake_notice where business_date = ? and notice = ?")
                .param(businessDate)
                .param(kind.name())
                .update());
        try (BulkRows rows = bulk.into("intake_notice", "business_date", "file_name", "notice", "detail")) {
            notices.stream()
                    .distinct()
                    .forEach(notice -> rows.date(businessDate)
                            .text(notice.fileName())
                            .text(notice.kind().name())
                            .text(notice.detail())
                            .end());
        }
    }
}
