/** Output files of a run, read-only over the tables. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "money",
            "calendar",
            "control",
            "reference",
            "ledger",
            "review",
            "settlement",
            "payouts",
            "run"
        })
package io.qingfen.reports;
