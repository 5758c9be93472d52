package io.qingfen.scheme;

/** Where a case belongs. A number of the scheme that no number of ours can be is left out. */
record Whose(String merchant, String terminal, String rrn) {
    static final Whose NOBODY = new Whose("", "", "");
    private static final int LONGEST_MERCHANT = 15;
    private static final int LONGEST_TERMINAL = 20;
    private static final int LONGEST_RRN = 12;

    Whose {
        merchant = merchant.length() <= LONGEST_MERCHANT ? merchant : "";
        terminal = terminal.length() <= LONGEST_TERMINAL ? terminal : "";
        rrn = rrn.length() <= LONGEST_RRN ? rrn : "";
    }
}
