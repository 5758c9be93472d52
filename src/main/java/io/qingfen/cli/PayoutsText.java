package io.qingfen.cli;

import io.qingfen.money.Amounts;
import io.qingfen.payouts.LookAt;
import io.qingfen.payouts.PayoutState;
import io.qingfen.payouts.PayoutStory;
import io.qingfen.payouts.Release;
import io.qingfen.payouts.ReleasePage;
import io.qingfen.run.Exit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Payouts and their release in words, or as JSON when asked for. */
final class PayoutsText {
    private static final int SHOWN = 20;
    private final Session session;
    private final Options options;
    private final String command;

    PayoutsText(Session session, Options options, String command) {
        this.session = session;
        this.options = options;
        this.command = command;
    }

    int of(ReleasePage page) {
        if (options.json()) {
            return json("page", PayoutsJson.page(page, options.typeable(page.objections())));
        }
        List<String> lines = new ArrayList<>();
        lines.add(session.console().strong("Payouts of " + page.businessDate()));
        page.totals().forEach(total -> lines.add("  waiting   " + total));
        page.byState().forEach((state, count) -> lines.add("  state     " + count + " " + state));
        page.files()
                .forEach(file -> lines.add(
                        "  file      " + file.name() + "  " + file.sha256().substring(0, 16) + "…"));
        page.release().ifPresent(release -> lines.addAll(proposal(release)));
        lines.addAll(whatToDo(page));
        session.print(options.typeable(lines));
        return Exit.DONE.code();
    }

    private List<String> whatToDo(ReleasePage page) {
        List<String> lines = new ArrayList<>();
        page.lookAt().stream().limit(SHOWN).forEach(one -> lines.add("  look at   " + lookAt(one)));
        if (page.lookAt().size() > SHOWN) {
            lines.add("  look at   and " + (page.lookAt().size() - SHOWN)
                    + " more in payouts-to-look-at.csv of the date");
        }
        page.objections().forEach(problem -> lines.add("  " + session.console().bad("against") + "   " + problem));
        if (page.byState().isEmpty()) {
            lines.add("  nothing was prepared");
        } else if (!page.totals().isEmpty() && page.objections().isEmpty()) {
            lines.add("  next      " + next(page));
        } else if (page.byState().containsKey(PayoutState.RELEASED)) {
            lines.add("  next      when the bank has the files of released/: qingfen payouts sent --date "
                    + page.businessDate());
        }
        return lines;
    }

    private String next(ReleasePage page) {
        boolean proposed = page.release()
                .filter(release -> release.state() == Release.State.PROPOSED)
                .isPresent();
        return (proposed ? "another person: qingfen payouts approve" : "qingfen payouts propose") + " --date "
                + page.businessDate();
    }

    int of(Release release) {
        if (options.json()) {
            return json("release", PayoutsJson.release(release));
        }
        List<String> lines = new ArrayList<>();
        lines.add(session.console().strong("Release of " + release.businessDate()));
        lines.addAll(proposal(release));
        String date = " --date " + release.businessDate();
        switch (release.state()) {
            case PROPOSED -> lines.add("  next      another person: qingfen payouts approve" + date);
            case RELEASED -> {
                lines.add("  files     outbox/" + release.businessDate() + "/released");
                lines.add("  next      when the bank has them: qingfen payouts sent" + date);
            }
            default -> lines.add("  next      qingfen payouts show" + date);
        }
        session.print(options.typeable(lines));
        return Exit.DONE.code();
    }

    private static List<String> proposal(Release release) {
        List<String> lines = new ArrayList<>();
        lines.add("  proposal  " + release.no() + " " + release.state() + ", by " + release.maker()
                + (release.checker().isEmpty() ? "" : ", approved by " + release.checker())
                + (release.state() == Release.State.PROPOSED ? ", until " + release.expiresAt() : "")
                + (release.reason().isEmpty() ? "" : ": " + release.reason()));
        lines.add("  digest    " + release.digest());
        return lines;
    }

    private static String lookAt(LookAt one) {
        String why =
                switch (one.reason()) {
                    case FIRST_PAYOUT -> "first payout of this merchant";
                    case ABOVE_AVERAGE ->
                        "more than 5 times its 30-day average of " + Amounts.format(one.averageMinor(), one.currency());
                    case ACCOUNT_CHANGED -> "its account is another since " + one.changedOn();
                };
        return one.payoutId() + "  "
                + Words.money(one.amountMinor(), one.currency().code()) + " to " + one.accountMasked() + "  " + why;
    }

    int of(PayoutStory story) {
        if (options.json()) {
            return json("payout", PayoutsJson.story(story));
        }
        List<String> lines = new ArrayList<>();
        lines.add(session.console().strong(story.payoutId()) + "  " + story.state());
        lines.add("  amount    "
                + Words.money(story.amountMinor(), story.currency().code()) + " at the bank on " + story.valueDate());
        lines.add("  to        " + story.accountName() + ", " + story.accountMasked() + " (merchant "
                + story.merchantId() + ")");
        lines.add("  " + story.businessDate() + "  PREPARED by the night");
        for (PayoutStory.Event event : story.events()) {
            lines.add("  " + event.at() + "  " + event.from() + " -> " + event.to() + " by " + event.actor()
                    + part(", ", event.source()) + part(": ", event.reason())
                    + part(", booked by the bank on ", event.bankDate())
                    + part(", in the books of ", event.bookedOn()));
        }
        session.print(lines);
        return Exit.DONE.code();
    }

    private static String part(String before, Object value) {
        return value == null || value.toString().isEmpty() ? "" : before + value;
    }

    private int json(String name, Map<String, Object> value) {
        Map<String, Object> result = Json.envelope(command, Exit.DONE.code(), List.of());
        result.put(name, value);
        session.console().out().println(Json.text(result));
        return Exit.DONE.code();
    }
}
