/** Cases: everything that a person must decide. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"money", "calendar", "control", "ledger", "run", "bulk"})
package io.qingfen.review;
