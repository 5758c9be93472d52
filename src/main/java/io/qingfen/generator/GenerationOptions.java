package io.qingfen.generator;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What to invent.
 *
 * @param home where reference/, inbox/ and truth/ are written
 * @param date business date of the input files
 * @param firstDate first date of the home's story; absent: the earliest date that the home has a truth file of, else
 *     {@code date}
 * @param merchants more than 0
 * @param transactions planned transactions of the date, 0 or more; each gives no, one or a few records
 * @param seed the same seed and numbers give the same bytes
 * @param files input files of each kind, 1 to 99
 * @param concentration what the first merchant takes of the date
 * @param schemes files of schemes and how they differ from the books
 */
public record GenerationOptions(
        Path home,
        LocalDate date,
        Optional<LocalDate> firstDate,
        int merchants,
        long transactions,
        long seed,
        FaultMix faults,
        int files,
        Concentration concentration,
        SchemeMix schemes) {

    /** A realistic date in two files of each kind. */
    public static GenerationOptions of(Path home, LocalDate date, int merchants, long transactions, long seed) {
        return new GenerationOptions(
                home,
                date,
                Optional.empty(),
                merchants,
                transactions,
                seed,
                FaultMix.realistic(),
                2,
                Concentration.NONE,
                SchemeMix.noFiles());
    }

    public GenerationOptions withFaults(FaultMix mix) {
        return new GenerationOptions(
                home, date, firstDate, merchants, transactions, seed, mix, files, concentration, schemes);
    }

    public GenerationOptions withFiles(int number) {
        return new GenerationOptions(
                home, date, firstDate, merchants, transactions, seed, faults, number, concentration, schemes);
    }

    public GenerationOptions withConcentration(Concentration other) {
        return new GenerationOptions(
                home, date, firstDate, merchants, transactions, seed, faults, files, other, schemes);
    }

    public GenerationOptions withSchemes(SchemeMix mix) {
        return new GenerationOptions(
                home, date, firstDate, merchants, transactions, seed, faults, files, concentration, mix);
    }
}
