package io.qingfen.nightly;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.run.StopSignal;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets a run come to its next commit when the process is asked to end (SIGTERM, Ctrl-C): without it Spring would close
 * the database under the run's feet, which is survived like {@code kill -9} but loses the running partitions.
 */
@Component
class RunsInProgress implements SmartLifecycle {
    private static final int PATIENCE_SECONDS = 300;
    private static final Logger LOG = LoggerFactory.getLogger(RunsInProgress.class);
    private final Semaphore idle = new Semaphore(1);
    private final StopSignal stop;
    private volatile boolean started;

    RunsInProgress(StopSignal stop) {
        this.stop = stop;
    }

    void begin() {
        if (stop.isRequested() || !idle.tryAcquire()) {
            throw new Refusal(Exit.INTERRUPTED, "the program is ending; start the night again when it has ended");
        }
    }

    void end() {
        idle.release();
    }

    @Override
    public void start() {
        started = true;
    }

    @Override
    public void stop() {
        started = false;
        stop.request();
        try {
            // Kept, so that no other night begins.
            boolean ended = idle.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                LOG.warn("a run has not come to a commit in {} s and is cut off", PATIENCE_SECONDS);
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
