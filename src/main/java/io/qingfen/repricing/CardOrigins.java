package io.qingfen.repricing;

import io.qingfen.reference.CardOrigin;
import java.util.Optional;

/** Where cards were issued: the books do not hold it, the archived input files do. */
public interface CardOrigins {
    /** Empty when the file is gone. */
    Optional<CardOrigin> of(Sale sale);
}
