package io.qingfen.verify.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever changes a file that pays money, and writes every hash of it again in files and tables, is found all the same:
 * the proof makes the whole file again of payouts, frozen accounts and the frozen payer.
 */
class FindingRewrittenFilesTest {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 2);
    private static final int TRANSACTIONS = 120;

    private record Change(String file, UnaryOperator<String> change, String... named) {}

    @Test
    void whateverOfABankFileAStatementOrTheListOfPayoutsIsChanged() throws Exception {
        Path root = Played.temporary();
        List<LocalDate> dates = Played.generated(root, DATE, 1, TRANSACTIONS, 7);
        try (Played played = new Played(root, null, dates)) {
            assertThat(played.proved(DATE).differences()).isEmpty();
            RewrittenFile file = new RewrittenFile(played, DATE);
            for (Change change : changes(played.home().outbox(DATE))) {
                List<String> found = file.differences(change.file(), change.change());
                assertSoftly(softly -> softly.assertThat(found)
                        .as("%s, should name %s", change.file(), List.of(change.named()))
                        .anyMatch(difference -> difference.contains(change.file())
                                && Stream.of(change.named()).allMatch(difference::contains)));
            }
            assertThat(played.proved(DATE).differences()).isEmpty();
        }
    }

    private static List<Change> changes(Path outbox) throws IOException {
        String pain = first(outbox, "payouts", "pain001_.*CNY.*[.]xml");
        String csv = first(outbox, "payouts", "payouts_.*CNY[.]csv");
        String batch = first(outbox, "payouts", "unionpay-df_.*CNY[.]txt");
        String statement = first(outbox, "statements", ".*[.]csv");
        String in = "/Document/CstmrCdtTrfInitn/";
        String transfer = in + "PmtInf/CdtTrfTxInf/";
        String payer = "(<DbtrAcct>.*?<Othr>\\s*<Id>)(?<old>[^<]*)";
        return List.of(
                new Change(pain, with(payer, "$1\\9${old}"), in + "PmtInf/DbtrAcct/Id/Othr/Id", "1001****0001"),
                new Change(pain, with("(<Dbtr>\\s*<Nm>)", "$1X"), in + "PmtInf/Dbtr/Nm", "'XQingfen Demo Acquirer'"),
                new Change(
                        pain, with("<MsgId>QF", "<MsgId>QX"), in + "GrpHdr/MsgId: is 'QX20260302-", "be 'QF20260302-"),
                new Change(pain, with("<PmtMtd>TRF", "<PmtMtd>CHK"), in + "PmtInf/PmtMtd: is 'CHK', should be 'TRF'"),
                new Change(
                        pain,
                        with("(</NbOfTxs>\\s*<CtrlSum>[^/]*/CtrlSum>\\s*)(<ReqdExctnDt>)", "$1<ChrgBr>DEBT</ChrgBr>$2"),
                        "<ChrgBr>DEBT"),
                new Change(pain, with("<Ustrd>", "<Ustrd>x"), transfer + "RmtInf/Ustrd: is 'xSettlement 2026-03-02"),
                new Change(pain, with("</CdtTrfTxInf>\n", "</CdtTrfTxInf>\n<!-- x -->\n"), "is '<!-- x -->'"),
                new Change(
                        pain,
                        with(" *<CdtrAgt>", "<IntrmyAgt1><FinInstnId><Nm>X</Nm></FinInstnId></IntrmyAgt1>\n$0"),
                        transfer + "CdtrAgt",
                        "<IntrmyAgt1>"),
                new Change(
                        pain,
                        with("</CdtrAcct>\n", "</CdtrAcct>\n<UltmtCdtr><Nm>Somebody</Nm></UltmtCdtr>\n"),
                        "<UltmtCdtr>"),
                new Change(
                        pain,
                        with(
                                "(<CdtrAcct>\\s*<Id>\\s*<Othr>\\s*<Id>[^<]*</Id>\n)",
                                "$1<SchmeNm><Prtry>ALIAS</Prtry></SchmeNm>\n"),
                        transfer + "CdtrAcct/Id/Othr",
                        "<SchmeNm>"),
                new Change(pain, with("<Cd>CNAPS", "<Cd>XXXXX"), "ClrSysId/Cd: is 'XXXXX', should be 'CNAPS'"),
                new Change(pain, with("(<CreDtTm>.*?)T", "$1T2"), in + "GrpHdr/CreDtTm"),
                new Change(pain, with("<InstdAmt ", "<InstdAmt x=\"1\" "), "x=\"1\""),
                new Change(pain, with("</Document>\n", "</Document>\n\n"), "behind the end"),
                new Change(pain, with("(<Cdtr>\\s*<Nm>)", "$1X"), transfer + "Cdtr/Nm: is 'X"),
                new Change(
                        csv,
                        with("Settlement 2026", "Settlement 2025"),
                        "postscript: is 'Settlement 2025-03-02', should be 'Settlement 2026-03-02'"),
                new Change(
                        csv,
                        with("(,)(\"?[^\",\n]*\"?)(,[0-9.]+,CNY)", "$1\"Other Bank\"$3"),
                        "bank_name: is 'Other Bank'"),
                new Change(batch, with("(\nP[^|]*[|]156[|][0-9]*[|])", "$1\\01"), "accType: is '01', should be ''"),
                new Change(batch, with("(\nP[^\n]*)[|]Settlement", "$1x|Settlement"), "phoneNo: is 'x'"),
                new Change(statement, with("(SALES,[^\n]*?,)([0-9]+[.][0-9]+,)", "$1\\9$2"), "amount: is '9"),
                new Change("payouts-to-look-at.csv", with("\n[^\n]*\n", "\n"), "has not"),
                new Change("payouts-to-look-at.csv", with("FIRST_PAYOUT", "ABOVE_AVERAGE"), "FIRST_PAYOUT"));
    }

    private static UnaryOperator<String> with(String pattern, String replacement) {
        return text -> Pattern.compile(pattern, Pattern.DOTALL).matcher(text).replaceFirst(replacement);
    }

    private static String first(Path outbox, String folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(outbox.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.matches(name))
                    .sorted()
                    .map(file -> folder + "/" + file)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
