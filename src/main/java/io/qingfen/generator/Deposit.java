package io.qingfen.generator;

import java.time.LocalDate;

/** The deposit of a terminal: which policy, since when. */
enum Deposit {
    NONE("", 52, "标准键盘机"),
    SOLD("TOUCH-598", 14, "触屏智能机"),
    FROM_SETTLEMENT("ESIGN-59", 12, "电子签名机"),
    OPENED("KEYPAD-299", 10, "键盘移动机"),
    MONTHLY("MONTHLY-199", 6, "扫码台机"),
    SHORT("CARDONLY-99", 6, "插卡机");

    private final String policy;
    private final int share;
    private final String product;

    /** @param share of a hundred terminals */
    Deposit(String policy, int share, String product) {
        this.policy = policy;
        this.share = share;
        this.product = product;
    }

    static Deposit of(Shop shop, int terminal) {
        int point = shop.draw(40 + terminal, 100);
        for (Deposit deposit : values()) {
            point -= deposit.share;
            if (point < 0) {
                return deposit;
            }
        }
        throw new IllegalStateException("the shares add up to less than 100");
    }

    String policy() {
        return policy;
    }

    String product() {
        return product;
    }

    /** Deposits that must be watched from their first day begin with the story; others are older. */
    LocalDate activatedOn(Shop shop, int terminal, LocalDate firstDate) {
        int days = shop.draw(50 + terminal, 28);
        return switch (this) {
            case NONE, SOLD -> firstDate.minusDays(30L + days * 10L);
            case OPENED -> firstDate.minusDays(5L + days);
            default -> firstDate;
        };
    }
}
