/// Every sentence that is sent to a chat, and its layout, in two languages. Pure. Start reading at [Texts].
@NullMarked
package id.laporpustaka.texts;

import org.jspecify.annotations.NullMarked;
