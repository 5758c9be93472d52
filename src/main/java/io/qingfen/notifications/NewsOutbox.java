package io.qingfen.notifications;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** News and their deliveries, as the books keep them. */
public interface NewsOutbox {
    /** Adds news in the caller's transaction. */
    void add(News news);

    /** Whether anything waits that could be sent at this moment. */
    boolean hasWork();

    /**
     * Gives news that has none yet a delivery for each address of its recipient; news of a recipient without addresses,
     * and news that nobody could be told for three days, end here.
     */
    void address(Map<String, List<Address>> addresses);

    /** Takes one delivery that is due; nobody else gets it for two minutes. */
    Optional<Delivery> take();

    void sent(Delivery delivery);

    /** Not arrived: tried again after the pause, or given up without one. */
    void failed(Delivery delivery, String problem, Optional<Duration> pause);

    /** What waits and what did not arrive, newest first. */
    List<Entry> latest(int most);

    record Address(Delivery.Channel channel, String address) {}

    /** One delivery as people see it; of news without a delivery, channel and address are empty. */
    record Entry(News news, String channel, String address, String state, int attempts, String at, String problem) {}
}
