/** Fees of closed dates that people correct by other fee plans: proposed, approved by another person, booked by a night. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"money", "ledger", "repricing", "settlement", "run"})
package io.qingfen.adjustments;
