package io.qingfen.settlement;

import io.qingfen.reference.Merchant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A contiguous range of merchant ids in byte order. The ranges of a date leave no id out, not even unknown ones.
 *
 * @param no position of the range, from 0
 * @param from inclusive
 * @param to exclusive
 */
public record MerchantRange(int no, String from, String to) {
    /** Sorts before and behind every merchant id. */
    private static final String FIRST = "";

    private static final String LAST = "~";

    /** Ranges of so many merchants each, at least one; the same whatever number of workers shares them. */
    public static List<MerchantRange> of(List<Merchant> merchants, int size) {
        List<MerchantRange> ranges = new ArrayList<>();
        String from = FIRST;
        for (int next = size; next < merchants.size(); next += size) {
            String to = merchants.get(next).id();
            ranges.add(new MerchantRange(ranges.size(), from, to));
            from = to;
        }
        ranges.add(new MerchantRange(ranges.size(), from, LAST));
        return ranges;
    }

    public boolean contains(String merchantId) {
        return merchantId.compareTo(from) >= 0 && merchantId.compareTo(to) < 0;
    }

    /** For example {@code merchants-00007}; sorts like the ranges. */
    public String name() {
        return String.format(Locale.ROOT, "merchants-%05d", no);
    }
}
