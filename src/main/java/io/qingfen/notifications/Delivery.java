package io.qingfen.notifications;

/**
 * News on its way to one address.
 *
 * @param id the same at every attempt, so that a receiver can tell a repetition
 * @param attempts begun so far, this one included
 */
public record Delivery(String id, Channel channel, String address, int attempts, News news) {
    /** How it gets there. */
    public enum Channel {
        MAIL,
        WEBHOOK
    }
}
