package io.qingfen.generator;

import io.qingfen.reference.MerchantClass;

/** What a shop sells, with the words its sign may carry and the size of its sales. */
enum Trade {
    NOODLES("5812", 24, MerchantClass.STANDARD, 3_800, 300, "面馆", "饺子馆", "小吃店"),
    RESTAURANT("5812", 14, MerchantClass.STANDARD, 16_800, 420, "饭店", "火锅店", "酒楼"),
    BAKERY("5462", 7, MerchantClass.STANDARD, 2_600, 300, "烘焙坊", "糕点铺"),
    SUPERMARKET("5411", 15, MerchantClass.DISCOUNT, 5_400, 480, "超市", "便利店", "生鲜店"),
    CLOTHES("5651", 8, MerchantClass.STANDARD, 21_000, 480, "服饰店", "童装店", "鞋行"),
    PHARMACY("5912", 6, MerchantClass.STANDARD, 6_200, 430, "药房", "大药房"),
    FUEL("5541", 5, MerchantClass.DISCOUNT, 28_000, 260, "加油站"),
    HAIRDRESSER("7230", 5, MerchantClass.STANDARD, 7_800, 400, "理发店", "美容院"),
    BOOKS("5942", 3, MerchantClass.STANDARD, 6_900, 380, "书店", "文具店"),
    HOUSEHOLD("5200", 4, MerchantClass.STANDARD, 33_000, 600, "五金店", "建材行", "家电行"),
    HOTEL("7011", 4, MerchantClass.STANDARD, 46_000, 430, "宾馆", "客栈"),
    JEWELLER("5944", 1, MerchantClass.STANDARD, 260_000, 520, "珠宝行", "金店"),
    CLINIC("8062", 2, MerchantClass.EXEMPT, 24_000, 560, "医院", "诊所"),
    SCHOOL("8299", 2, MerchantClass.EXEMPT, 120_000, 380, "培训学校", "幼儿园");

    private final String mcc;
    private final int share;
    private final MerchantClass merchantClass;
    private final int medianLog;
    private final int spread;
    private final String[] words;

    /**
     * @param share of a hundred shops
     * @param medianMinor half of the sales are smaller, in fen
     * @param spread how widely amounts differ, 256 for a little more than half an octave
     */
    Trade(String mcc, int share, MerchantClass merchantClass, int medianMinor, int spread, String... words) {
        this.mcc = mcc;
        this.share = share;
        this.merchantClass = merchantClass;
        this.medianLog = log2(medianMinor);
        this.spread = spread;
        this.words = words;
    }

    private static final Trade[] BY_SHARE = new Trade[100];

    static {
        int at = 0;
        for (Trade trade : values()) {
            for (int i = 0; i < trade.share; i++) {
                BY_SHARE[at++] = trade;
            }
        }
    }

    static Trade draw(long mixed) {
        return BY_SHARE[Dice.below(BY_SHARE.length, mixed)];
    }

    String mcc() {
        return mcc;
    }

    MerchantClass merchantClass() {
        return merchantClass;
    }

    String word(long mixed) {
        return words[Dice.below(words.length, mixed)];
    }

    /**
     * An amount in fen whose logarithm is close to normally distributed: four dice are summed and raised to the power
     * of two, in integers only. Four of ten are whole yuan.
     */
    long amount(long mixed) {
        long sum = (mixed & 0xffff) + (mixed >>> 16 & 0xffff) + (mixed >>> 32 & 0xffff) + (mixed >>> 48);
        long log = medianLog + ((sum - 131_070) * spread >> 8);
        long clamped = Math.max(0, Math.min(log, 26L << 16));
        long minor = (65_536 + (clamped & 0xffff)) << (clamped >> 16) >> 16;
        return Dice.below(10, Dice.mix(mixed)) < 4 ? Math.max(100, (minor + 50) / 100 * 100) : minor;
    }

    /** Logarithm to base two as 16.16 fixed point, linear between powers of two. */
    private static int log2(int number) {
        int power = 31 - Integer.numberOfLeadingZeros(number);
        return (power << 16) + (int) (((long) number << 16 >> power) - 65_536);
    }
}
