/** Which transactions count, with fee and cost: matching and pricing composed per terminal and per merchant. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "money",
            "calendar",
            "control",
            "reference",
            "intake",
            "matching",
            "pricing",
            "ledger",
            "review",
            "run",
            "bulk"
        })
package io.qingfen.clearing;
