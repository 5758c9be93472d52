package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import io.qingfen.scheme.AlipayDetail.Row;
import io.qingfen.scheme.SchemeRecord.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A business bill of Alipay: a detail and a summary, each a text of its own, known by their headers. Comments begin with
 * {@code #}; a value may end with a tab. Records are there when both are read and agree.
 */
public final class AlipayBill {
    private static final Pattern BEGIN = Pattern.compile("#+起始日期：\\[([0-9]{4})年([0-9]{2})月([0-9]{2})日 [0-9:]{8}].*");
    private static final Pattern END = Pattern.compile("#-*业务(明细|汇总)列表结束-*");
    private static final int LONGEST_REF = 64;
    private static final int LONGEST_TERMINAL = 40;

    private final LocalDate date;
    private AlipayDetail detail;
    private AlipaySummary summary;
    private boolean headerRead;
    private boolean headerRefused;
    private boolean ended;
    private boolean inDetail;

    public AlipayBill(LocalDate date) {
        this.date = date;
    }

    /** Another text begins. */
    public void begin() {
        headerRead = false;
        headerRefused = false;
        ended = false;
    }

    /**
     * A line that begins with {@code #}.
     *
     * @throws BadRecord when it states something that is not so
     */
    public void comment(String line) {
        String text = line.strip();
        Matcher begin = BEGIN.matcher(text);
        if (begin.matches()) {
            String stated = begin.group(1) + "-" + begin.group(2) + "-" + begin.group(3);
            if (!stated.equals(date.toString())) {
                throw new BadRecord("the text is of " + stated + ", the bill is of " + date);
            }
        }
        ended = ended || headerRead && END.matcher(text).matches();
        if (headerRead && inDetail) {
            detail.comment(text);
        }
    }

    /**
     * The header, or a row.
     *
     * @throws BadRecord when it cannot be read for sure
     */
    public void row(List<String> cells, Place place) {
        if (headerRefused) {
            return;
        }
        if (!headerRead) {
            header(cells);
        } else if (ended) {
            throw new BadRecord("a row stands behind the end of the list");
        } else if (inDetail) {
            detail.row(cells, place);
        } else {
            summary.row(cells);
        }
    }

    /** Without its columns no row can be read: one problem stands for them all. */
    private void header(List<String> cells) {
        headerRefused = true;
        Columns columns =
                new Columns(cells.stream().map(AlipayBill::withPlainBrackets).toList());
        inDetail = columns.has("支付宝交易号");
        if (inDetail ? detail != null : summary != null) {
            throw new BadRecord("a second " + (inDetail ? "detail" : "summary") + " in one bill");
        }
        if (inDetail) {
            detail = new AlipayDetail(columns, date);
        } else {
            summary = new AlipaySummary(columns);
        }
        headerRead = true;
        headerRefused = false;
    }

    private static String withPlainBrackets(String name) {
        return name.replace('（', '(').replace('）', ')');
    }

    /**
     * The text is over.
     *
     * @throws BadRecord when it was cut
     */
    public void end() {
        if (headerRefused) {
            return;
        }
        if (!headerRead) {
            throw new BadRecord("holds neither the header of a detail nor that of a summary");
        }
        if (!ended) {
            throw new BadRecord("the end of the list is missing: the text was cut");
        }
    }

    /**
     * The records, in the order of the rows.
     *
     * @throws BadRecord when a part is missing, or with both numbers when they disagree
     */
    public List<SchemeRecord> records() {
        if (detail == null || summary == null || !summary.isThere()) {
            String what = detail == null ? "detail" : summary == null ? "summary" : "row 合计 of the summary";
            throw new BadRecord("the bill has no " + what);
        }
        int sign = summary.feeSign(detail.totals());
        return detail.rows().stream().map(row -> record(row, sign)).toList();
    }

    private static SchemeRecord record(Row row, int sign) {
        boolean numbered = row.refund() && !row.request().isEmpty();
        String ref = numbered ? row.request() : row.trade();
        String other = numbered ? row.trade() : row.order();
        TxnType type = row.refund() ? TxnType.REFUND : TxnType.SALE;
        String terminal = Columns.isKey(row.terminal(), LONGEST_TERMINAL) ? row.terminal() : "";
        return new SchemeRecord(
                row.place(),
                type,
                type,
                Columns.key(ref, LONGEST_REF),
                Columns.key(other, LONGEST_REF),
                "",
                "",
                terminal,
                "",
                row.receivedFen(),
                sign * row.feeFen(),
                Currency.CNY,
                row.seconds(),
                "",
                "");
    }
}
