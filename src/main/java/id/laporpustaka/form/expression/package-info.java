/// The small language of XLSForm rules: text is compiled once, names become slots, and evaluating cannot fail or
/// hang. Start at [Expressions], which compiles, and [Expression], which is what comes out.
@NullMarked
package id.laporpustaka.form.expression;

import org.jspecify.annotations.NullMarked;
