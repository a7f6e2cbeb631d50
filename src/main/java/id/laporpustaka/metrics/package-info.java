/// Counts what the other rooms tell and gives it to Prometheus. Start reading at [Metrics].
@NullMarked
package id.laporpustaka.metrics;

import org.jspecify.annotations.NullMarked;
