package io.qingfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.reports.batch.WrittenColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of docs/SPEC-what-if.md: the story of instant payouts under other plans, reckoned by hand. */
class AskingWhatIfTest {
    private static final String DATE = "2026-05-06";
    private static final String PLANS = """
            plans:
              - id: STANDARD
                effectiveFrom: 2026-01-01
                refundFee: PROPORTIONAL
                instant: {rate: 0.05%, fixed: 1.00}
                rules:
                  - {id: debit, when: {channel: [UNIONPAY], cardType: [DEBIT]}, rate: 0.50%, cap: 20.00}
                  - {id: all-else, rate: 0.30%}
            """;

    @TempDir
    static Path folder;

    private static String home;
    private static String plans;

    @BeforeAll
    static void playTheStory() throws IOException {
        home = folder.resolve("home").toString();
        plans = Files.writeString(folder.resolve("plans.yml"), PLANS).toString();
        Invocation demo = invoke("demo", "--story", "2026-05-06-instant-payout", "--home", home);
        assertThat(demo.exit()).as(demo.err()).isZero();
    }

    @Test
    void saysWhatWasReckonedByHand() throws IOException {
        Path csv = folder.resolve("out.csv");
        Invocation told = what("--date", DATE, "--fee-plans", plans, "--csv", csv.toString());

        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.out().replace(plans, "new-plans.yml")).isEqualTo(example());
        WrittenColumns.areThoseOfTheDictionary(
                "what-if.csv", Files.readAllLines(csv).get(0));
        assertThat(Files.readString(csv)).isEqualTo("""
                        business_date,merchant_id,currency,line,old_rule,new_rule,items,amount,charged,other,difference
                        2026-05-06,898310054110001,CNY,MERCHANT_FEES,debit,debit,1,100.00,0.50,0.50,0.00
                        2026-05-06,898310054620001,CNY,MERCHANT_FEES,qr,all-else,1,50.00,0.19,0.15,-0.04
                        2026-05-06,898310058120001,CNY,MERCHANT_FEES,qr,all-else,1,1000.00,3.80,3.00,-0.80
                        2026-05-06,898310058120001,CNY,INSTANT_FEE,taken,taken,1,997.00,3.20,1.50,-1.70
                        2026-05-06,898310059120001,CNY,MERCHANT_FEES,qr,all-else,1,5.00,0.02,0.02,0.00
                        2026-05-06,898310059120001,CNY,INSTANT_FEE,none,taken,1,4.98,0.00,1.00,1.00
                        """);
    }

    /** The block of the documentation, so that it stays true. */
    private static String example() throws IOException {
        String page = Files.readString(Path.of("docs/SPEC-what-if.md"));
        int begin = page.indexOf("```\nWhat if ") + 4;
        return page.substring(begin, page.indexOf("```", begin));
    }

    @Test
    void givesTheSameToMachines() {
        Invocation told = what("--from", DATE, "--to", DATE, "--fee-plans", plans, "--json");

        var totals = told.json().get("totals");
        assertThat(totals.get(0).get("difference").stringValue()).isEqualTo("-0.84");
        assertThat(totals.get(1).get("difference").stringValue()).isEqualTo("-0.70");
        assertThat(told.json().get("merchants").size()).isEqualTo(6);
    }

    @Test
    void refusesWhatItCannotRead() throws IOException {
        assertThat(what("--fee-plans", plans).exit()).isEqualTo(2);
        assertThat(what("--date", DATE, "--from", DATE, "--fee-plans", plans).exit())
                .isEqualTo(2);
        assertThat(what("--date", DATE).exit()).isEqualTo(2);
        assertThat(what("--date", "2026-05-07", "--fee-plans", plans).err()).contains("is not in the books");
        assertThat(what("--date", DATE, "--fee-plans", folder.toString()).err())
                .contains(folder + ": is a directory; a file is wanted");
        assertThat(what("--date", DATE, "--fee-plans", plans, "--csv", folder.toString())
                        .err())
                .contains("is a directory");
        Path broken = Files.writeString(folder.resolve("broken.yml"), PLANS.replace("0.30%", "0.30"));
        Invocation refused = what("--date", DATE, "--fee-plans", broken.toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains(broken + ":8: rate");
    }

    private static Invocation what(String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "what-if";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--home";
        all[args.length + 2] = home;
        return invoke(all);
    }

    private static Invocation invoke(String... args) {
        return Invocation.of(SpringEngine.OPENING, args);
    }
}
