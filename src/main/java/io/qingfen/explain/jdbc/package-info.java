/** SQL of explanations; reads the tables of every capability, writes nothing. */
package io.qingfen.explain.jdbc;
