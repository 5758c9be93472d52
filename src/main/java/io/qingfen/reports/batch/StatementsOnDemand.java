package io.qingfen.reports.batch;

import io.qingfen.reference.References;
import io.qingfen.reports.Statement;
import io.qingfen.reports.Statements;
import io.qingfen.reports.jdbc.StatementRows;
import io.qingfen.run.BusinessDays;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes a statement from the books whenever somebody asks. */
@Component
class StatementsOnDemand implements Statements {
    private final StatementRows rows;
    private final References references;
    private final BusinessDays days;

    StatementsOnDemand(StatementRows rows, References references, BusinessDays days) {
        this.rows = rows;
        this.references = references;
        this.days = days;
    }

    @Override
    public List<Statement> of(LocalDate businessDate, String merchantId) {
        days.requireKept(businessDate);
        List<Statement> found = new ArrayList<>();
        rows.each(businessDate, merchantId, merchantId, found::addAll);
        return found;
    }

    @Override
    public byte[] pdf(List<Statement> statements) {
        LocalDate date = statements.get(0).businessDate();
        try (StatementPdf pdf = new StatementPdf()) {
            return pdf.of(StatementFiles.pages(statements, references.of(date).settings()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public byte[] csv(List<Statement> statements) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            StatementCsv.write(statements, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }
}
