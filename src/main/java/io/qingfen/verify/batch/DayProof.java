package io.qingfen.verify.batch;

import io.qingfen.verify.DateFacts;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.jdbc.Books;
import java.time.LocalDate;
import java.util.List;

/** The row of the date itself, its ranges, and what was planned for its files. */
final class DayProof {
    static final String DAY = """
            select business_date, state, reference_sha256, ranges, failure,
                   case when closed_at >= opened_at then 1 else 0 end
              from business_day where business_date = :date
            """;
    private static final String RANGES = """
            select range_no, begin_terminal, end_terminal from working_range
             where business_date = :date order by range_no
            """;
    private static final String CHUNKS = """
            select c.file_no, c.chunk_no, c.begin_byte, c.end_byte, f.size_bytes, c.first_line, c.plan, c.segment_no,
                   c.context_byte
              from intake_chunk c left join input_file f on f.file_no = c.file_no
             where c.business_date = :date order by c.file_no, c.chunk_no
            """;
    private static final String UNPLANNED = """
            select file_no, file_name from input_file f where business_date = :date and not exists (
              select 1 from intake_chunk c where c.business_date = :date and c.file_no = f.file_no) order by file_no
            """;
    private final Books books;
    private final LocalDate date;

    DayProof(Books books, LocalDate date) {
        this.books = books;
        this.date = date;
    }

    /** @param facts null when the reference data could not be read */
    void prove(DateFacts facts, String referenceSha256, Proof proof) {
        Row day = books.all("table business_day", DAY).get(0);
        String who = "table business_day [" + date + "]";
        proof.same(who, "state", day.cell(1), "CLOSED");
        proof.same(who, "reference_sha256 (by table reference_snapshot)", day.cell(2), referenceSha256);
        proof.same(who, "failure", day.cell(4), null);
        proof.same(who, "closed_at not before opened_at", day.cell(5), 1);
        List<Row> ranges = books.all("table working_range", RANGES);
        proof.same(who, "ranges (by table working_range)", day.cell(3), ranges.size());
        ranges(ranges, facts, proof);
        chunks(proof);
    }

    private void ranges(List<Row> ranges, DateFacts facts, Proof proof) {
        long next = 0;
        for (int i = 0; i < ranges.size(); i++) {
            Row range = ranges.get(i);
            String who = "table working_range [" + date + "|" + range.cell(0) + "]";
            proof.same(who, "range_no", range.number(0), i);
            proof.same(who, "begin_terminal", range.number(1), next);
            next = range.number(2);
        }
        if (facts != null && !ranges.isEmpty()) {
            String who = "table working_range [" + date + "|" + (ranges.size() - 1) + "]";
            proof.same(
                    who,
                    "end_terminal (by terminals.csv)",
                    next,
                    facts.terminals().size());
        }
    }

    /** Chunks cover each file from its first byte to its last. */
    private void chunks(Proof proof) {
        for (Row file : books.all("table input_file", UNPLANNED)) {
            proof.red("table intake_chunk [" + date + "|" + file.cell(0) + "|1]: is missing for file " + file.cell(1));
        }
        Row before = null;
        for (Row chunk : books.all("table intake_chunk", CHUNKS)) {
            boolean first = before == null || !before.cell(0).equals(chunk.cell(0));
            if (first && before != null) {
                end(before, proof);
            }
            String who = who(chunk);
            proof.same(who, "chunk_no", chunk.number(1), first ? 1 : before.number(1) + 1);
            proof.same(who, "begin_byte", chunk.number(2), first ? 0 : before.number(3));
            before = chunk;
        }
        if (before != null) {
            end(before, proof);
        }
    }

    private void end(Row last, Proof proof) {
        proof.same(who(last), "end_byte (by size_bytes of table input_file)", last.cell(3), last.cell(4));
    }

    private String who(Row chunk) {
        return "table intake_chunk [" + date + "|" + chunk.cell(0) + "|" + chunk.cell(1) + "]";
    }
}
