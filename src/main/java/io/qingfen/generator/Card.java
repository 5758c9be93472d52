package io.qingfen.generator;

import io.qingfen.reference.CardOrigin;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;

/** What a cardholder pays with: channel, kind of card, who may have issued it. */
enum Card {
    DEBIT(Channel.UNIONPAY, CardType.DEBIT, CardOrigin.DOMESTIC, 360, 'U', "621700", "622848", "621226"),
    CREDIT(Channel.UNIONPAY, CardType.CREDIT, CardOrigin.DOMESTIC, 165, 'U', "622260", "625910", "622575"),
    SEMI_CREDIT(Channel.UNIONPAY, CardType.SEMI_CREDIT, CardOrigin.DOMESTIC, 10, 'U', "622260", "625910"),
    PREPAID(Channel.UNIONPAY, CardType.PREPAID, CardOrigin.DOMESTIC, 10, 'U', "621098"),
    UNIONPAY_QR(Channel.UNIONPAY_QR, CardType.WALLET, CardOrigin.DOMESTIC, 60, 'Q'),
    WECHAT(Channel.WECHAT, CardType.WALLET, CardOrigin.DOMESTIC, 230, 'W'),
    ALIPAY(Channel.ALIPAY, CardType.WALLET, CardOrigin.DOMESTIC, 150, 'A'),
    VISA(Channel.VISA, CardType.CREDIT, CardOrigin.FOREIGN, 6, 'V', "400100", "451200"),
    MASTERCARD(Channel.MASTERCARD, CardType.CREDIT, CardOrigin.FOREIGN, 5, 'M', "510300", "540200"),
    JCB(Channel.JCB, CardType.CREDIT, CardOrigin.FOREIGN, 2, 'J', "352800"),
    AMEX(Channel.AMEX, CardType.CREDIT, CardOrigin.FOREIGN, 2, 'X', "370200");

    /** ISO 8583 field 22: swiped, inserted, held to the reader, fallback, keyed. */
    private static final byte[][] CARD_MODES = modes("051", "071", "072", "051", "071", "072", "021", "011");

    private static final byte[][] QR_MODES = modes("031", "032");
    private static final Card[] BY_SHARE = new Card[1000];

    private final Channel channel;
    private final CardType type;
    private final CardOrigin origin;
    private final int share;
    private final char letter;
    private final byte[][] bins;
    private final byte[] channelColumn;
    private final byte[] kindColumns;

    static {
        int at = 0;
        for (Card card : values()) {
            for (int i = 0; i < card.share; i++) {
                BY_SHARE[at++] = card;
            }
        }
    }

    /**
     * @param share of a thousand sales
     * @param letter begins the key in the scheme's own file
     * @param bins first six digits of card numbers; none for QR payments
     */
    Card(Channel channel, CardType type, CardOrigin origin, int share, char letter, String... bins) {
        this.channel = channel;
        this.type = type;
        this.origin = origin;
        this.share = share;
        this.letter = letter;
        this.bins = modes(bins);
        this.channelColumn = Bytes.ascii(channel.name());
        this.kindColumns = Bytes.ascii(type.name() + "," + origin.name());
    }

    private static byte[][] modes(String... texts) {
        byte[][] bytes = new byte[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            bytes[i] = Bytes.ascii(texts[i]);
        }
        return bytes;
    }

    static Card draw(int ofThousand) {
        return BY_SHARE[ofThousand];
    }

    static byte[] entryMode(int number) {
        return number < CARD_MODES.length ? CARD_MODES[number] : QR_MODES[number - CARD_MODES.length];
    }

    /** Held to the reader. */
    static boolean isContactless(int entryMode) {
        return entryMode < CARD_MODES.length && CARD_MODES[entryMode][1] == '7';
    }

    /** A number for {@link #entryMode} that suits this card, drawn by eight bits. */
    int drawEntryMode(int bits) {
        return hasToken() ? bits & 7 : CARD_MODES.length + (bits & 1);
    }

    boolean hasToken() {
        return bins.length > 0;
    }

    byte[] bin(int bits) {
        return bins[bits % bins.length];
    }

    Channel channel() {
        return channel;
    }

    CardType type() {
        return type;
    }

    CardOrigin origin() {
        return origin;
    }

    char letter() {
        return letter;
    }

    byte[] channelColumn() {
        return channelColumn;
    }

    byte[] kindColumns() {
        return kindColumns;
    }
}
