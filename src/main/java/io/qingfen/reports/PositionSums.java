package io.qingfen.reports;

/** Positions of one currency summed over all decisions; minor units. */
record PositionSums(
        long count,
        long netMinor,
        long payoutMinor,
        long carriedForwardMinor,
        long creditsWithheldMinor,
        long depositWithheldMinor,
        long depositRefundMinor,
        long chargebacksMinor) {

    static PositionSums of(Figures figures, String currency) {
        return figures.positions().stream()
                .filter(positions -> positions.currency().equals(currency))
                .map(positions -> new PositionSums(
                        positions.count(),
                        positions.netMinor(),
                        positions.payoutMinor(),
                        positions.carriedForwardMinor(),
                        positions.creditsWithheldMinor(),
                        positions.depositWithheldMinor(),
                        positions.depositRefundMinor(),
                        positions.chargebacksMinor()))
                .reduce(new PositionSums(0, 0, 0, 0, 0, 0, 0, 0), PositionSums::plus);
    }

    private PositionSums plus(PositionSums other) {
        return new PositionSums(
                count + other.count,
                Math.addExact(netMinor, other.netMinor),
                Math.addExact(payoutMinor, other.payoutMinor),
                Math.addExact(carriedForwardMinor, other.carriedForwardMinor),
                Math.addExact(creditsWithheldMinor, other.creditsWithheldMinor),
                Math.addExact(depositWithheldMinor, other.depositWithheldMinor),
                Math.addExact(depositRefundMinor, other.depositRefundMinor),
                Math.addExact(chargebacksMinor, other.chargebacksMinor));
    }
}
