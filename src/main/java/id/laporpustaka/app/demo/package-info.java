/// Made-up people, libraries and reports of a real regency, for trying the product out in the simulator.
/// Start reading at [Demo].
@NullMarked
package id.laporpustaka.app.demo;

import org.jspecify.annotations.NullMarked;
