/** Cleared transactions and positions as the books have them; reads only. */
package io.qingfen.repricing.jdbc;
