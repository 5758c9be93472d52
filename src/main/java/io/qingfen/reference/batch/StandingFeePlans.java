package io.qingfen.reference.batch;

import io.qingfen.money.Currency;
import io.qingfen.reference.FeePlan;
import io.qingfen.reference.FeePlanFiles;
import io.qingfen.reference.OtherPlans;
import io.qingfen.run.Exit;
import io.qingfen.run.FileProblems;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** A file of fee plans that stands by itself, wherever it is. */
@Component
class StandingFeePlans implements FeePlanFiles {
    @Override
    public OtherPlans read(Path file, Currency home) {
        ReferenceFiles files = new StandingFiles(any -> file);
        FileProblems problems = new FileProblems();
        String name = file.toString();
        try {
            Versions<FeePlan> plans = FeePlansFile.read(files, name, home, problems);
            if (problems.total() > 0) {
                throw new Refusal(Exit.USAGE_OR_REFERENCE, problems.problems());
            }
            List<OtherPlans.Version> versions = plans.all().stream()
                    .map(plan -> new OtherPlans.Version(plan, plans.currencyOf(plan)))
                    .toList();
            return new OtherPlans(name, versions);
        } catch (IOException unreadable) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    name + ": cannot be read (" + unreadable.getMessage() + "); check its name and who may read it");
        }
    }
}
