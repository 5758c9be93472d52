/** Files of schemes and channels held against the books: the third leg. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"money", "reference", "review", "ledger", "payouts", "reports", "run", "bulk"})
package io.qingfen.scheme;
