/// What is done by the clock, once even with many processes: the cleaning up and the reminders. Start reading at
/// [Schedule].
@NullMarked
package id.laporpustaka.schedule;

import org.jspecify.annotations.NullMarked;
