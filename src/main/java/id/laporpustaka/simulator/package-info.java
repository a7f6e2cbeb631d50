/// A strict Telegram Bot API server for the laptop and the tests, with a web page that plays phones; it knows
/// nothing of the bot it serves. Start reading at [id.laporpustaka.simulator.Simulator], then `botapi.BotApi`.
@NullMarked
package id.laporpustaka.simulator;

import org.jspecify.annotations.NullMarked;
