/** SQL of reports; reads the tables of every capability, writes only the list of published files. */
package io.qingfen.reports.jdbc;
