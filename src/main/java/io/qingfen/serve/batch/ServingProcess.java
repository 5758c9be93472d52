package io.qingfen.serve.batch;

import io.qingfen.run.OnlyServing;
import io.qingfen.serve.Serving;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Ends last: whoever waits for it is told when runs, schedule and server have stopped. */
@Component
@OnlyServing
class ServingProcess implements Serving, SmartLifecycle {
    private final ApplicationContext context;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean running;

    ServingProcess(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        ended.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
