/** Reads the reference files as a whole; no database. */
package io.qingfen.reference.batch;
