package io.qingfen.matching;

/** A capture and the authorization that answers it. */
public record Pair(CaptureSide captureSide, AuthorizationSide authorizationSide, MatchedBy matchedBy) {}
