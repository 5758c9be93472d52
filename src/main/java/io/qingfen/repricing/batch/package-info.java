/** Compares dates, reads card origins from the archive. */
package io.qingfen.repricing.batch;
