package io.qingfen.reference;

import io.qingfen.money.Currency;
import java.nio.file.Path;

/** Reads fee plans that are not the installation's own, as strictly as the night reads those. */
public interface FeePlanFiles {
    /**
     * Every version of every plan in the file.
     *
     * @param home currency of amounts in plans that name none
     * @throws io.qingfen.run.Refusal with exit 2 and every problem as file:line
     */
    OtherPlans read(Path file, Currency home);
}
