/** Net settlement positions and their ledger entries. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "money",
            "calendar",
            "control",
            "reference",
            "pricing",
            "deposits",
            "ledger",
            "review",
            "risk",
            "run",
            "bulk"
        })
package io.qingfen.settlement;
