/** How the long-running process is made of Quartz and a web server. */
package io.qingfen.serve.batch;
