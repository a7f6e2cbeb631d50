/// The score of a library (rapor): how near it comes to what the rules of a year expect.
/// Start reading at [Score], which is the formula, and [Scores], which counts what it is made of.
@NullMarked
package id.laporpustaka.summary.score;

import org.jspecify.annotations.NullMarked;
