/** The proof's own readers of archived inputs, outputs, bank files and frozen reference files, and its checks. */
package io.qingfen.verify.batch;
