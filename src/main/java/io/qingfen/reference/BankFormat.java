package io.qingfen.reference;

/** The formats in which payouts are written; each holds every payout, so a bank is sent one of them. */
public enum BankFormat {
    /** ISO 20022 credit transfers. */
    PAIN_001("pain.001", "pain001_"),
    CSV("csv", "payouts_"),
    /** UnionPay batch. */
    UNIONPAY_DF("unionpay-df", "unionpay-df_");

    private final String word;
    private final String prefix;

    BankFormat(String word, String prefix) {
        this.word = word;
        this.prefix = prefix;
    }

    /** As {@code qingfen.yml} names it. */
    public String word() {
        return word;
    }

    /** Whether a bank file of this name is of this format. */
    public boolean names(String fileName) {
        return fileName.startsWith(prefix);
    }
}
