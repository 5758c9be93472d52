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
            "run",
            "bulk"
        })
package io.qingfen.settlement;
