/** Entries on their way into the books, in files. */
package io.qingfen.ledger.batch;
