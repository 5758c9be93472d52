package io.qingfen.payouts;

import java.util.regex.Pattern;

/** Shapes of account numbers and bank codes. */
public final class BankCodes {
    static final int LONGEST_CODE = 35;
    private static final Pattern BIC = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");
    private static final Pattern CNAPS = Pattern.compile("[0-9]{12}");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Za-z]([0-9A-Za-z ./_-]{0,32}[0-9A-Za-z])?");
    private static final int IBAN_MODULUS = 97;

    private BankCodes() {}

    /** Fits every bank file as it is: 1 to 34 ASCII characters; an account number is never cut or cleaned. */
    public static boolean isAccountNo(String text) {
        return ACCOUNT.matcher(text).matches();
    }

    /** ISO 9362, 8 or 11 characters. */
    static boolean isBic(String text) {
        return BIC.matcher(text).matches();
    }

    /** Twelve digits of the China National Advanced Payment System. */
    static boolean isCnaps(String text) {
        return CNAPS.matcher(text).matches();
    }

    /** ISO 13616 with right check digits. */
    static boolean isIban(String text) {
        if (!IBAN.matcher(text).matches()) {
            return false;
        }
        int rest = 0;
        for (char c : (text.substring(4) + text.substring(0, 4)).toCharArray()) {
            int value = Character.digit(c, Character.MAX_RADIX);
            rest = (rest * (value > 9 ? 100 : 10) + value) % IBAN_MODULUS;
        }
        return rest == 1;
    }
}
