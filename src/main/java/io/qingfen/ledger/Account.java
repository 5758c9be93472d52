package io.qingfen.ledger;

/** Names of the accounts of the books; the only place where they are spelled. */
public final class Account {
    public static final String BANK = "assets:bank";
    public static final String PAYOUTS_IN_TRANSIT = "liabilities:payouts-in-transit";
    public static final String MERCHANT_FEES = "income:merchant-fees";
    public static final String INSTANT_FEES = "income:instant-fees";
    public static final String FORFEITED_DEPOSITS = "income:forfeited-deposits";
    public static final String DEVICES = "income:devices";
    public static final String WRITE_OFF = "expenses:write-off";
    public static final String AGENT_SHARE = "expenses:agent-share";
    public static final String SUSPENSE = "liabilities:suspense:";
    public static final String MERCHANT_PAYABLE = "liabilities:merchant-payable:";
    public static final String MERCHANT_RECEIVABLE = "assets:merchant-receivable:";
    public static final String TERMINAL_DEPOSITS = "liabilities:terminal-deposits:";
    public static final String RESERVE = "liabilities:reserve:";
    public static final String AGENT_PAYABLE = "liabilities:agent-payable:";
    /** Suspense of credits that the scheme has promised to cardholders. */
    public static final String CREDITS_WITHHELD = SUSPENSE + "CREDITS_WITHHELD";

    /** What was paid out for sales whose scheme nobody knows yet: captures that a person settled alone. */
    public static final String UNKNOWN_SCHEME_RECEIVABLE = "assets:scheme-receivable:UNKNOWN";

    private Account() {}

    public static String schemeReceivable(String channel) {
        return "assets:scheme-receivable:" + channel;
    }

    public static String schemeCost(String channel) {
        return "expenses:scheme-cost:" + channel;
    }

    public static String merchantPayable(String merchantId) {
        return MERCHANT_PAYABLE + merchantId;
    }

    public static String merchantReceivable(String merchantId) {
        return MERCHANT_RECEIVABLE + merchantId;
    }

    public static String terminalDeposits(String merchantId) {
        return TERMINAL_DEPOSITS + merchantId;
    }

    public static String reserve(String merchantId) {
        return RESERVE + merchantId;
    }

    public static String agentPayable(String agentId) {
        return AGENT_PAYABLE + agentId;
    }

    public static String suspense(String kind) {
        return SUSPENSE + kind;
    }
}
