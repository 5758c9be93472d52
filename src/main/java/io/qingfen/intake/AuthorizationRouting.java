package io.qingfen.intake;

import io.qingfen.intake.Tally.Outcome;
import io.qingfen.intake.Tally.RecordKind;
import io.qingfen.money.Currency;

/** Routes the lines {@code A} of an authorization file. */
final class AuthorizationRouting {
    private static final RoutingOutput.Columns COLUMNS = new RoutingOutput.Columns(
            AuthorizationLine.MERCHANT, AuthorizationLine.TERMINAL, AuthorizationLine.CURRENCY);

    private final Terminals terminals;
    private final RoutingOutput output;
    private final AuthorizationLine authorization = new AuthorizationLine();
    private int bad;
    private int terminal;

    AuthorizationRouting(Terminals terminals, RoutingOutput output) {
        this.terminals = terminals;
        this.output = output;
    }

    void line(Fields fields, int count, int line) {
        RejectReason reason = judge(fields, count);
        Currency currency = authorization.currency;
        Outcome outcome = reason == null ? Outcome.ACCEPTED : Outcome.REJECTED;
        output.tallies().add(RecordKind.AUTHORIZATIONS, outcome, currency, authorization.amount);
        if (reason == null) {
            output.beginRecord(terminal);
            RecordFormat.put(output.buffer(), line, authorization, fields);
        } else {
            reject(fields, count, line, reason);
        }
    }

    private RejectReason judge(Fields fields, int count) {
        if (count != AuthorizationLine.COLUMNS.size()) {
            authorization.currency = null;
            authorization.amount.unreadable(null);
            return RejectReason.FIELD_COUNT;
        }
        bad = authorization.read(fields);
        if (holdsCardNumber(fields)) {
            return RejectReason.PAN_IN_CLEAR;
        }
        if (bad >= 0) {
            return RejectReason.BAD_VALUE;
        }
        terminal = terminals.find(authorization.packedTerminal);
        RejectReason objection = terminals.objection(terminal, fields, AuthorizationLine.MERCHANT);
        if (objection == null && authorization.currency == null) {
            return RejectReason.UNKNOWN_CURRENCY;
        }
        return objection;
    }

    private static boolean holdsCardNumber(Fields fields) {
        return fields.holdsCardNumber(AuthorizationLine.CARD_TOKEN)
                || fields.holdsCardNumber(AuthorizationLine.MASKED_PAN);
    }

    private void reject(Fields fields, int count, int line, RejectReason reason) {
        switch (reason) {
            case FIELD_COUNT:
                output.fieldCount(line, "A", count, AuthorizationLine.COLUMNS.size());
                break;
            case PAN_IN_CLEAR:
                boolean token = fields.holdsCardNumber(AuthorizationLine.CARD_TOKEN);
                int column = token ? AuthorizationLine.CARD_TOKEN : AuthorizationLine.MASKED_PAN;
                output.cardNumber(fields, line, "A", AuthorizationLine.COLUMNS.get(column), column);
                break;
            case BAD_VALUE:
                output.badValue(fields, line, "A", AuthorizationLine.COLUMNS.get(bad), bad);
                break;
            default:
                output.unknown(fields, line, "A", reason, COLUMNS);
        }
    }
}
