/// Takes messages through: the inbox, a lane for each chat, and the transaction around the conversation.
/// Start reading at [Intake].
@NullMarked
package id.laporpustaka.intake;

import org.jspecify.annotations.NullMarked;
