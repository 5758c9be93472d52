package io.qingfen.scheme;

import io.qingfen.scheme.SchemeRecord.Place;

/**
 * One line of a statement of funds: money that the scheme put into an account or took out of it.
 *
 * @param place where it stands
 * @param key what records of the same money have too: the number of the order or refund, or the merchant; empty for money that
 *     no transaction moved
 * @param minor minor units: + to us, - from us
 * @param ofTransactions whether a transaction or its fee moved it; otherwise a withdrawal, a deposit and the like
 */
public record FundsEntry(Place place, String key, long minor, boolean ofTransactions) {}
