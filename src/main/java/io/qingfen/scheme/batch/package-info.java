/** Job scheme-reconciliation: readers of files, the inbox, the archive, what is written for people. */
package io.qingfen.scheme.batch;
