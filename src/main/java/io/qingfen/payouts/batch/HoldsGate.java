package io.qingfen.payouts.batch;

import io.qingfen.payouts.ReleaseGate;
import io.qingfen.payouts.jdbc.Payouts;
import io.qingfen.reference.CurrentReference;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.Snapshot;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** A merchant that was put on hold after the night is not paid: its payout must be taken out first. */
@Component
class HoldsGate implements ReleaseGate {
    private static final int LISTED = 50;
    private final CurrentReference reference;
    private final Payouts payouts;

    HoldsGate(CurrentReference reference, Payouts payouts) {
        this.reference = reference;
        this.payouts = payouts;
    }

    @Override
    public List<String> objections(LocalDate businessDate) {
        Snapshot now;
        try {
            now = reference.as(businessDate);
        } catch (Refusal unsound) {
            return unsound.problems();
        }
        List<String> objections = new ArrayList<>();
        payouts.eachPrepared(businessDate, (payoutId, merchantId) -> {
            Merchant merchant = now.merchant(merchantId);
            boolean paid = merchant != null && merchant.status() == Merchant.Status.ACTIVE && !merchant.payoutHold();
            if (!paid && objections.size() < LISTED) {
                objections.add("payout " + payoutId + ": " + merchantId
                        + " is on hold or not ACTIVE in reference/merchants.csv now; take the payout out: qingfen payouts"
                        + " withdraw " + payoutId + " --reason \"on hold\"");
            }
        });
        return objections;
    }
}
