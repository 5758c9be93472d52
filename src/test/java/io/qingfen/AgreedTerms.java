package io.qingfen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reserves and agents for the merchants of generated reference files. */
public final class AgreedTerms {
    private AgreedTerms() {}

    /** Every merchant leaves a tenth of its sales for a day and has an agent. */
    public static void add(Path reference) {
        try {
            List<String> merchants = Files.readAllLines(reference.resolve("merchants.csv"));
            List<String> withAgents = new ArrayList<>(merchants.subList(0, 1));
            List<String> reserves = new ArrayList<>(List.of("merchant_id,rate,days,effective_from"));
            for (String row : merchants.subList(1, merchants.size())) {
                withAgents.add(row.substring(0, row.lastIndexOf(',')) + ",EAST");
                reserves.add(row.substring(0, row.indexOf(',')) + ",10%,1,2026-01-01");
            }
            Files.write(reference.resolve("merchants.csv"), withAgents);
            Files.write(reference.resolve("reserves.csv"), reserves);
            Files.writeString(
                    reference.resolve("agents.yml"), "agents: [{id: EAST, floorRate: 0.3%, ratio: 33.3333%}]\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
