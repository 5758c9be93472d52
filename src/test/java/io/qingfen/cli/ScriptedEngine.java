package io.qingfen.cli;

import io.qingfen.overview.NightAccount;
import io.qingfen.overview.NightAccounts;
import io.qingfen.run.Progress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Books without nights: runs nothing, or fails as told; remembers which dates were asked for. */
final class ScriptedEngine implements Engine {
    final List<LocalDate> ran = new ArrayList<>();
    private final RuntimeException failure;
    private final NightAccount account;

    ScriptedEngine(RuntimeException failure, NightAccount account) {
        this.failure = failure;
        this.account = account;
    }

    static ScriptedEngine failing(RuntimeException failure) {
        return new ScriptedEngine(failure, null);
    }

    static ScriptedEngine closing(NightAccount account) {
        return new ScriptedEngine(null, account);
    }

    @Override
    public void run(LocalDate date, int workers) {
        ran.add(date);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void restart(LocalDate date, int workers) {
        run(date, workers);
    }

    @Override
    public List<LocalDate> datesUntil(LocalDate until) {
        return List.of(until.minusDays(1), until);
    }

    @Override
    public void requireRunnable(LocalDate date) {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void requireRestartable(LocalDate date) {
        requireRunnable(date);
    }

    @Override
    public NightAccounts accounts() {
        return new NightAccounts() {
            @Override
            public List<Headline> latest(int dates) {
                return account == null
                        ? List.of()
                        : List.of(new Headline(account.day(), "", 2, 0, 3, account.payouts()));
            }

            @Override
            public Optional<NightAccount> of(LocalDate date) {
                return Optional.ofNullable(account);
            }

            @Override
            public List<StepRun> steps(LocalDate date) {
                return List.of();
            }

            @Override
            public Optional<Rerun> rerun(LocalDate date) {
                return Optional.empty();
            }

            @Override
            public Optional<Position> position(LocalDate date) {
                return Optional.empty();
            }
        };
    }

    @Override
    public <T> T part(Class<T> type) {
        return type.cast(new Progress());
    }

    @Override
    public void close() {}
}
