/// The side of the simulated Telegram that a bot talks to: every method, limit and error text of the Bot API
/// that the simulator supports. Start reading at [id.laporpustaka.simulator.botapi.BotApi].
@NullMarked
package id.laporpustaka.simulator.botapi;

import org.jspecify.annotations.NullMarked;
