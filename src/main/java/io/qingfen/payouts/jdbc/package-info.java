/** SQL of payouts: preparing them from positions, reading them for bank files. */
package io.qingfen.payouts.jdbc;
