package io.qingfen.money;

/**
 * An exact amount: minor units (fen, cents) of one currency; negative where the context gives a sign. Overflow and mixed
 * currencies are errors, never a wrap.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * Reads a decimal with exactly the currency's digits, for example {@code "1234.50"} CNY.
     *
     * @throws IllegalArgumentException when the text has another shape
     */
    public static Money parse(String text, Currency currency) {
        return new Money(Amounts.parse(text, currency), currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public boolean isNegative() {
        return minor < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("mixed currencies: " + currency + " and " + other.currency);
        }
        return other;
    }

    /** For example {@code -12.30 CNY}. */
    @Override
    public String toString() {
        return Amounts.format(minor, currency) + " " + currency;
    }
}
