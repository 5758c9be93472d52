package io.qingfen.payouts.batch;

import io.qingfen.payouts.PayoutResult;
import io.qingfen.payouts.PayoutResult.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** {@code payout_id,status,reason,booked_on}: a row per payout, for banks and people without XML. */
final class ResultCsv {
    private static final List<String> HEADER = List.of("payout_id", "status", "reason", "booked_on");
    private static final Map<String, Status> STATUS = Map.of(
            "SENT", Status.ACCEPTED,
            "PAID", Status.PAID,
            "REJECTED", Status.REJECTED,
            "RETURNED", Status.RETURNED,
            "UNKNOWN", Status.UNKNOWN);
    private final ResultFile file;

    ResultCsv(ResultFile file) {
        this.file = file;
    }

    void read(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            file.problem(1, "is not UTF-8; save it in UTF-8");
            return;
        }
        try (CSVParser parser =
                CSVParser.parse(text.startsWith("\uFEFF") ? text.substring(1) : text, CSVFormat.RFC4180)) {
            rows(parser);
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            file.problem(1, "is not CSV: a quote is not closed or stands inside a field");
        }
    }

    private void rows(CSVParser parser) {
        boolean first = true;
        for (CSVRecord row : parser) {
            int line = (int) parser.getCurrentLineNumber();
            if (first) {
                first = false;
                if (!row.toList().equals(HEADER)) {
                    file.problem(line, "the first line must be " + String.join(",", HEADER));
                    return;
                }
            } else {
                row(line, row);
            }
        }
        if (first) {
            file.problem(1, "is empty; the first line must be " + String.join(",", HEADER));
        }
    }

    private void row(int line, CSVRecord row) {
        if (row.size() != HEADER.size()) {
            file.problem(line, row.size() + " fields, expected " + HEADER.size() + ": " + String.join(",", HEADER));
            return;
        }
        Status status = STATUS.get(row.get(1));
        if (status == null) {
            file.problem(
                    line, "'" + ResultFile.clean(row.get(1)) + "' is not SENT, PAID, REJECTED, RETURNED or UNKNOWN");
        } else if (!ResultFile.PAYOUT_ID.matcher(row.get(0)).matches()) {
            file.problem(line, "'" + ResultFile.clean(row.get(0)) + "' is not a payout id");
        } else {
            file.add(result(line, row, status));
        }
    }

    private PayoutResult result(int line, CSVRecord row, Status status) {
        String reason = ResultFile.clean(row.get(2));
        LocalDate bookedOn = file.date(line, row.get(3));
        return new PayoutResult(row.get(0), status, row.get(1), "", "", reason, bookedOn, file.source(line));
    }
}
