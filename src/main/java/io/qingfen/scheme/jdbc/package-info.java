/** SQL of the third leg: what the books say a scheme owes, and what its files said. */
package io.qingfen.scheme.jdbc;
