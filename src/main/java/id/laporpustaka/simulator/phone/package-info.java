/// The side of the simulated Telegram that people hold in their hands: the control API, its live events and the
/// web page of phones. Start reading at [id.laporpustaka.simulator.phone.PhoneRoutes].
@NullMarked
package id.laporpustaka.simulator.phone;

import org.jspecify.annotations.NullMarked;
