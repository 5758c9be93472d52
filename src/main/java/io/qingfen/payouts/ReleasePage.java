package io.qingfen.payouts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people look at before and after they release the payouts of a date.
 *
 * @param totals of the payouts that are PREPARED, in order of value date and currency
 * @param files bank files of the date and where they stand
 * @param byState how many payouts are in each state
 * @param release the last proposal
 * @param objections why a release would be refused now; empty when it would not, or when nothing waits for release
 * @param lookAt unusual payouts of the date that are PREPARED
 */
public record ReleasePage(
        LocalDate businessDate,
        List<ReleaseTotal> totals,
        List<ReleaseContent.HashedFile> files,
        Map<PayoutState, Long> byState,
        Optional<Release> release,
        List<String> objections,
        List<LookAt> lookAt) {}
