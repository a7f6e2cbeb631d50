/// What exists in the simulated Telegram: people, chats, messages, files and the updates waiting for the bot,
/// kept in memory and, when asked for, in a journal. Start reading at [id.laporpustaka.simulator.world.World].
@NullMarked
package id.laporpustaka.simulator.world;

import org.jspecify.annotations.NullMarked;
