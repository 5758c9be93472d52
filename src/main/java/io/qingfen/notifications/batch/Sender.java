package io.qingfen.notifications.batch;

import io.qingfen.notifications.Delivery;

/** One way for a delivery to get to its address. */
interface Sender {
    /** @throws NotDelivered when it did not arrive, or nobody knows */
    void send(Delivery delivery) throws NotDelivered;

    /** Why it did not arrive, on one line, without secrets. */
    final class NotDelivered extends Exception {
        private static final long serialVersionUID = 1L;

        NotDelivered(String why) {
            super(why.replaceAll("\\p{Cntrl}+", " "));
        }
    }
}
