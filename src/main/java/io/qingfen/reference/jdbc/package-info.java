/** Reference data as frozen per business date, and merchants' accounts, encrypted. */
package io.qingfen.reference.jdbc;
