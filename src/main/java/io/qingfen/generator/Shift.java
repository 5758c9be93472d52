package io.qingfen.generator;

import java.time.LocalDate;

/** What happens at one terminal on one date, transaction by transaction, derivable at any place. */
final class Shift {
    private static final long SLOT_STRIDE = 0xD1342543DE82EF95L;
    private static final int REFUND_DAYS = 7;
    private static final long SCHEMES = 1L << 40;
    private static final int OUR_CUT_OFF = 23 * 3600;
    private static final int LAST_HOUR = 3600;
    private final Day day;
    private final Stand stand;
    private final long seed;
    private final Dice dice = new Dice();

    Shift(Day day, Stand stand) {
        this.day = day;
        this.stand = stand;
        this.seed = stand.seed(day.daySeed());
    }

    LocalDate date() {
        return day.date();
    }

    Stand stand() {
        return stand;
    }

    /** Reference number of a transaction's record: 0 for its first, up to 3. */
    long rrn(int slot, int record) {
        return day.rrn(stand.firstSlot() + slot, record);
    }

    int batchNo(int batch) {
        return stand.batchNo(day.epochDay(), batch);
    }

    /** Trace number of a transaction's record inside its batch. */
    int traceNo(int batch, int slot, int record) {
        return 3 * (slot - stand.firstOf(batch)) + record + 1;
    }

    /** Second of the day at which a batch is closed: after its last sale, at the end of the day for the last. */
    int closedAt(int batch) {
        if (batch == stand.batches() - 1) {
            return 22 * 3600 + 35 * 60 + Dice.below(1_500, Dice.mix(seed, 3));
        }
        return Hours.secondAt(((long) stand.firstOf(batch + 1) << 32) / stand.count());
    }

    boolean strikes(Story fault, int batch) {
        return day.mix().strikes(fault, Dice.mix(seed, 1_000L * fault.ordinal() + batch));
    }

    /** A refund whose original cannot be had is a sale instead. */
    Story story(int slot) {
        Story drawn = drawn(slot);
        return drawn == Story.REFUND && !hasOriginal(slot) ? Story.SALE : drawn;
    }

    private Story drawn(int slot) {
        return day.mix().draw(dice.from(seed + slot * SLOT_STRIDE).next());
    }

    boolean isLate(int slot) {
        return drawn(slot) == Story.LATE;
    }

    void fill(Slot slot, int number) {
        Story story = story(number);
        if (story == Story.REFUND) {
            fillRefund(slot, number);
        } else {
            draw(slot, number);
            slot.originalRrn = -1;
        }
        slot.story = story;
        if (story.needsCard() && !slot.card.hasToken()) {
            slot.card = Card.CREDIT;
            slot.entryMode = slot.card.drawEntryMode(slot.lastDigits);
        }
        slot.plan = plan(slot, number);
        slot.yesterday = slot.plan == SchemePlan.NIGHT_BEFORE;
        if (slot.yesterday) {
            slot.secondOfDay = OUR_CUT_OFF + Dice.below(LAST_HOUR, slot.detail);
        }
    }

    private SchemePlan plan(Slot slot, int number) {
        if (!day.schemes().isWritten()) {
            return SchemePlan.AGREES;
        }
        SchemePlan drawn = day.schemes().draw(Dice.mix(seed, SCHEMES + number));
        boolean fits = drawn.fits(slot) && !(drawn == SchemePlan.DISPUTED && mayBeRefunded(number));
        return fits ? drawn : SchemePlan.AGREES;
    }

    /** By another transaction, of this date or a later one. */
    private boolean mayBeRefunded(int slot) {
        return (slot & 1) == 1 || slot + 1 < stand.count() && drawn(slot + 1) == Story.REFUND;
    }

    private void draw(Slot slot, int number) {
        dice.from(seed + number * SLOT_STRIDE).next();
        slot.amountMinor = stand.shop().trade().amount(dice.next());
        long person = dice.next();
        slot.card = Card.draw(Dice.below(1000, person));
        slot.entryMode = slot.card.drawEntryMode((int) person & 0xff);
        slot.issuer = (int) (person >>> 8) & 7;
        slot.lastDigits = (int) (person >>> 11 & 0xffff) % 10_000;
        slot.token = dice.next();
        slot.detail = dice.next();
        slot.authCode = (int) (slot.detail & 0xfffff) % 1_000_000;
        slot.secondOfDay = Hours.secondAt(((long) number << 32 | slot.detail >>> 32) / stand.count());
    }

    private void fillRefund(Slot slot, int number) {
        draw(slot, number);
        int second = slot.secondOfDay;
        int authCode = slot.authCode;
        long detail = slot.detail;
        Shift original = originalShift(number);
        original.draw(slot, originalSlot(number));
        slot.originalRrn = original.rrn(originalSlot(number), 0);
        slot.originalMinor = slot.amountMinor;
        slot.secondOfDay = second;
        slot.authCode = authCode;
        slot.detail = detail;
        int eighths = Math.max(0, Dice.below(16, detail) - 8);
        if (eighths > 0) {
            slot.amountMinor = Math.max(1, slot.amountMinor * eighths / 8);
        }
    }

    /**
     * An odd transaction refunds the one before, an even one the next after it of an earlier date: so no sale is
     * refunded twice, whichever dates are generated.
     */
    private boolean hasOriginal(int slot) {
        if ((slot & 1) == 0 && (!day.reachesBack(daysBack(slot)) || slot + 1 >= stand.count())) {
            return false;
        }
        return originalShift(slot).drawn(originalSlot(slot)) == Story.SALE;
    }

    private Shift originalShift(int slot) {
        return (slot & 1) == 1 ? this : day.before(daysBack(slot)).shift(stand);
    }

    /** Date of the sale that a refund refers to. */
    LocalDate originalDate(int slot) {
        return originalShift(slot).date();
    }

    private static int originalSlot(int slot) {
        return (slot & 1) == 1 ? slot - 1 : slot + 1;
    }

    private int daysBack(int slot) {
        return 1 + Dice.below(REFUND_DAYS, Dice.mix(stand.shop().hash(), 100L + stand.terminal() + 4L * slot));
    }
}
