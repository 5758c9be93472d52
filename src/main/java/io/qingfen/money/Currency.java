package io.qingfen.money;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A currency of ISO 4217 with the number of its minor digits. Instances are shared: compare with {@code ==} or equals.
 *
 * @param code three letters, for example CNY
 * @param digits decimals of the minor unit: 0 (JPY) to 4 (CLF)
 * @param number position in this release's table; valid inside one process, never stored
 */
public record Currency(String code, int digits, int number) {
    /** Active codes of ISO 4217 (list one, without funds and test codes), grouped by minor digits. */
    private static final String[] CODES_BY_DIGITS = {
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
        "",
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW "
                + "CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL "
                + "HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP "
                + "MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR "
                + "SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN "
                + "UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG",
        "BHD IQD JOD KWD LYD OMR TND",
        "CLF UYW"
    };

    private static final Map<String, Currency> BY_CODE = new HashMap<>();
    private static final Currency[] BY_NUMBER;

    static {
        int next = 0;
        for (int digits = 0; digits < CODES_BY_DIGITS.length; digits++) {
            for (String code : CODES_BY_DIGITS[digits].split(" ")) {
                if (!code.isEmpty()) {
                    BY_CODE.put(code, new Currency(code, digits, next++));
                }
            }
        }
        BY_NUMBER = new Currency[next];
        BY_CODE.values().forEach(currency -> BY_NUMBER[currency.number] = currency);
    }

    /** The yuan, home currency of the first users; handy in examples and tests. */
    public static final Currency CNY = BY_CODE.get("CNY");

    /** The currency of this code, or null when ISO 4217 knows none. */
    public static Currency find(String code) {
        return BY_CODE.get(code);
    }

    /**
     * The currency of this code.
     *
     * @throws IllegalArgumentException when ISO 4217 knows none
     */
    public static Currency of(String code) {
        Currency found = BY_CODE.get(code);
        if (found == null) {
            throw new IllegalArgumentException("not a currency of ISO 4217: " + code);
        }
        return found;
    }

    /** All with so many decimals, in the order of this release's table. */
    public static List<Currency> withDigits(int digits) {
        return Arrays.stream(BY_NUMBER)
                .filter(currency -> currency.digits == digits)
                .toList();
    }

    /** The currency at this position of the table, see {@link #number}. */
    public static Currency ofNumber(int number) {
        return BY_NUMBER[number];
    }

    @Override
    public String toString() {
        return code;
    }
}
