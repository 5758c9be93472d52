package io.qingfen.matching;

/** The pass that made a pair: K1 by rrn, K2 by batch and trace, K3 by card, amount, code and time; LK: people linked them. */
public enum MatchedBy {
    K1,
    K2,
    K3,
    LK
}
