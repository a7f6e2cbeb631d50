/// Decides what follows from a message: menu, filling in a report, asking for summaries. Pure: no database, no
/// clock, no network; the same state and input give the same turn. Start reading at [Conversation].
@NullMarked
package id.laporpustaka.conversation;

import org.jspecify.annotations.NullMarked;
