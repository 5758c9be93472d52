/** What files and folders of the home say. */
package io.qingfen.health.batch;
