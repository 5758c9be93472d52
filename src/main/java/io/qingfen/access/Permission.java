package io.qingfen.access;

/** One kind of act in the console; every page and every act asks for exactly one. */
public enum Permission {
    /** Look at nights, cases, positions, payouts, merchants. */
    SEE,
    /** Restart, run again, pause, skip, hold back payouts of a merchant and let them go. */
    OPERATE,
    /** Propose a resolution, assign, comment. */
    DECIDE,
    /** Keep views of the queue, for oneself or for everybody. */
    KEEP_VIEWS,
    /** Approve or reject what another person proposed for a case. */
    APPROVE_DECISION,
    /** Propose a release, withdraw it, mark it as sent. */
    PROPOSE_RELEASE,
    /** Approve a release that another person proposed. */
    APPROVE_RELEASE,
    /** Compare fees with those of other plans, propose an adjustment, take it back. */
    CORRECT_FEES,
    /** Approve or reject an adjustment that another person proposed. */
    APPROVE_CORRECTION,
    /** Download reports, statements and bank files. */
    DOWNLOAD,
    /** Read the audit trail. */
    AUDIT,
    /** Create users, give and take roles. */
    MANAGE_USERS
}
