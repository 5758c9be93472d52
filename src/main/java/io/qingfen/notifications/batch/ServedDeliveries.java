package io.qingfen.notifications.batch;

import io.qingfen.notifications.Deliveries;
import io.qingfen.run.OnlyServing;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The process that serves looks every five seconds for what is due. */
@Component
@OnlyServing
class ServedDeliveries implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ServedDeliveries.class);
    private static final int SECONDS = 5;
    private final Deliveries deliveries;
    private ScheduledExecutorService thread;

    ServedDeliveries(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void start() {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread one = new Thread(task, "notifications");
            one.setDaemon(true);
            return one;
        });
        thread.scheduleWithFixedDelay(this::deliver, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** An exception would end the schedule; the next look tries again. */
    private void deliver() {
        try {
            deliveries.deliver();
        } catch (RuntimeException failed) {
            LOG.error("notifications could not be delivered", failed);
        }
    }

    /** What is being sent may come to its end; what is cut off is sent again under its id. */
    @Override
    public void stop() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
