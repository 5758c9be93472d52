/** Payout instructions and bank files. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "money",
            "calendar",
            "control",
            "reference",
            "settlement",
            "ledger",
            "review",
            "verify",
            "run",
            "bulk"
        })
package io.qingfen.payouts;
