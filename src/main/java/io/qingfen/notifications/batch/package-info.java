/** Who is told, in which words, and how it gets there. */
package io.qingfen.notifications.batch;
