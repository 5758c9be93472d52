package io.qingfen.access;

/**
 * Requests of programs that carry a key of their own. The same key with the same content is carried out once; asked
 * again it is answered with what was answered, for two days.
 */
public interface Requests {
    /**
     * Takes the key, unless it was taken.
     *
     * @param sha256 of the content: another content under the same key is another request
     */
    Begun begin(String userName, String key, String sha256);

    /** What was answered, for whoever asks again. */
    void answered(String userName, String key, Answer answer);

    /** It came to nothing and may be asked again under the same key. */
    void forget(String userName, String key);

    /** How a request stands. */
    enum State {
        /** Nobody asked before: carry it out. */
        NEW,
        /** Answered before. */
        ANSWERED,
        /** Asked before and not answered: it is at work, or its process died while it was. */
        UNANSWERED,
        /** The key stands for another request. */
        OTHER
    }

    /** @param answer null unless it was answered before */
    record Begun(State state, Answer answer) {}

    /** @param contentType empty when there was no body */
    record Answer(int status, String contentType, byte[] body) {}
}
