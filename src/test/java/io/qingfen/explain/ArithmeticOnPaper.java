package io.qingfen.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Does the arithmetic of a printed fee again, knowing nothing but the text; exact fractions, no code of the program. */
final class ArithmeticOnPaper {
    private ArithmeticOnPaper() {}

    /** A fraction. */
    private record Ratio(BigInteger above, BigInteger below) {
        static Ratio of(String decimal) {
            BigDecimal value = new BigDecimal(decimal);
            BigInteger below = BigInteger.TEN.pow(Math.max(0, value.scale()));
            return new Ratio(value.movePointRight(Math.max(0, value.scale())).toBigIntegerExact(), below);
        }

        Ratio times(Ratio other) {
            return new Ratio(above.multiply(other.above), below.multiply(other.below));
        }

        Ratio over(Ratio other) {
            return new Ratio(above.multiply(other.below), below.multiply(other.above));
        }

        Ratio plus(Ratio other) {
            return new Ratio(above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
        }

        boolean isAbove(Ratio other) {
            return above.multiply(other.below).compareTo(other.above.multiply(below)) > 0;
        }

        BigDecimal halfUp(int digits) {
            return new BigDecimal(above).divide(new BigDecimal(below), digits, RoundingMode.HALF_UP);
        }
    }

    /** The last figure of the text in minor units, after every step of it was found to be right. */
    static long result(String text, int digits) {
        String[] steps = text.split("; ");
        Ratio amount = Ratio.of(steps[0].substring(0, steps[0].indexOf(' ')));
        Ratio value = first(steps[0]);
        BigDecimal last = null;
        for (int at = 1; at < steps.length; at++) {
            String step = steps[at];
            String[] says = step.split(": ");
            if (step.startsWith("at least ")) {
                Ratio least = Ratio.of(says[0].substring("at least ".length()));
                value = least.isAbove(value) ? least : value;
                requireShown(value, says[1], step);
            } else if (step.startsWith("at most ")) {
                Ratio most = Ratio.of(says[0].substring("at most ".length()));
                value = value.isAbove(most) ? most : value;
                requireShown(value, says[1], step);
            } else if (step.startsWith("HALF_UP ")) {
                last = value.halfUp(digits);
                assertThat(new BigDecimal(step.substring("HALF_UP ".length()))).isEqualTo(last);
            } else if (step.startsWith("never above the amount: ")) {
                assertThat(value.isAbove(amount)).as(text).isTrue();
                last = amount.halfUp(digits);
                assertThat(new BigDecimal(says[1])).isEqualTo(last);
            } else {
                assertThat(step).startsWith("less ").contains(" given back before: ");
                last = last.subtract(new BigDecimal(step.split(" ")[1]));
                assertThat(new BigDecimal(says[1])).isEqualTo(last);
            }
        }
        return last.unscaledValue().longValueExact();
    }

    /** {@code 100.00 × 0.5% + 1.00 = 1.5} or {@code 2.00 × 100.00 / 333.33 = 0.60000600006…}. */
    private static Ratio first(String step) {
        String[] sides = step.split(" = ");
        String[] words = sides[0].split(" ");
        Ratio value = Ratio.of(words[0]).times(factor(words[2]));
        for (int at = 3; at < words.length; at += 2) {
            Ratio next = Ratio.of(words[at + 1]);
            value = words[at].equals("+") ? value.plus(next) : value.over(next);
        }
        requireShown(value, sides[1], step);
        return value;
    }

    private static Ratio factor(String word) {
        return word.endsWith("%")
                ? Ratio.of(word.substring(0, word.length() - 1)).over(Ratio.of("100"))
                : Ratio.of(word);
    }

    private static void requireShown(Ratio value, String shown, String step) {
        boolean cut = shown.endsWith("…");
        BigDecimal figure = new BigDecimal(cut ? shown.substring(0, shown.length() - 1) : shown);
        BigDecimal exact = new BigDecimal(value.above())
                .divide(new BigDecimal(value.below()), Math.max(0, figure.scale()), RoundingMode.DOWN);
        assertThat(figure).as(step).isEqualByComparingTo(exact);
        assertThat(cut || new BigDecimal(value.below()).multiply(figure).compareTo(new BigDecimal(value.above())) == 0)
                .as(step)
                .isTrue();
    }
}
