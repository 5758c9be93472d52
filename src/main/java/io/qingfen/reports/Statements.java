package io.qingfen.reports;

import java.time.LocalDate;
import java.util.List;

/** Statements on demand, as the night wrote or would have written them. */
public interface Statements {
    /** Of every currency of the merchant's day; empty without a position. */
    List<Statement> of(LocalDate businessDate, String merchantId);

    /** As a PDF. The same bytes for the same statements. */
    byte[] pdf(List<Statement> statements);

    /** As the CSV of the night. */
    byte[] csv(List<Statement> statements);
}
