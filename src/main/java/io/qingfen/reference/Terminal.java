package io.qingfen.reference;

import java.time.LocalDate;

/**
 * A POS terminal and the shop that has it.
 *
 * @param no position in the snapshot's order (merchant id, then terminal id, byte order); valid for one snapshot
 * @param depositPolicy id of the deposit policy, empty without deposit
 * @param returnedOn null while the terminal is out
 */
public record Terminal(
        int no,
        String id,
        Merchant merchant,
        String product,
        LocalDate activatedOn,
        String depositPolicy,
        Status status,
        LocalDate returnedOn) {

    /** RETURNED and CLOSED terminals still clear what arrives for them. */
    public enum Status {
        ACTIVE,
        RETURNED,
        CLOSED
    }

    /** The same terminal at this position. */
    public Terminal withNo(int position) {
        return new Terminal(position, id, merchant, product, activatedOn, depositPolicy, status, returnedOn);
    }
}
