/** Any amount taken back to where it came from: lines, transactions, arithmetic, the line of the input file. Reads only. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "money",
            "calendar",
            "reference",
            "intake",
            "matching",
            "pricing",
            "settlement",
            "ledger",
            "payouts",
            "review",
            "scheme",
            "reports",
            "run"
        })
package io.qingfen.explain;
