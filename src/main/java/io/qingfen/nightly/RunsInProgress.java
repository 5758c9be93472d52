package io.qingfen.nightly;

import io.qingfen.run.StopSignal;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets a run come to its next commit when the process is asked to end (SIGTERM, Ctrl-C): without it Spring would close
 * the database under the run's feet, which is survived like {@code kill -9} but loses the running partitions.
 */
@Component
class RunsInProgress implements SmartLifecycle {
    private static final int PATIENCE_SECONDS = 300;
    private final Semaphore idle = new Semaphore(1);
    private final StopSignal stop;
    private volatile boolean started;

    RunsInProgress(StopSignal stop) {
        this.stop = stop;
    }

    void begin() {
        idle.acquireUninterruptibly();
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
            if (idle.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                idle.release();
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
