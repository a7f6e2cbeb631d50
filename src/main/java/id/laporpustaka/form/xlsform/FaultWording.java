package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.expression.Doubt;
import id.laporpustaka.form.expression.Fault;

/// Says in both languages what is wrong with an expression, and how to mend it.
final class FaultWording {
    private FaultWording() {}

    static LocalizedText of(Fault fault) {
        return switch (fault) {
            case Fault.UnknownName(var name, var meant) ->
                LocalizedText.of(
                        "Tidak ada pertanyaan bernama \"" + name + "\". "
                                + meant.map(known -> "Mungkin maksudnya ${" + known + "}?")
                                        .orElse("Periksa kolom name, lalu tulis ${nama_pertanyaan}."),
                        "There is no question named \"" + name + "\". "
                                + meant.map(known -> "Perhaps ${" + known + "} was meant?")
                                        .orElse("Look in the column name, then write ${name_of_question}."));
            case Fault.UnknownFunction(var name, var meant) ->
                LocalizedText.of(
                        "Tidak ada fungsi " + name + "(). "
                                + meant.map(known -> "Mungkin maksudnya " + known + "()?")
                                        .orElse("Pakai salah satu fungsi XLSForm."),
                        "There is no function " + name + "(). "
                                + meant.map(known -> "Perhaps " + known + "() was meant?")
                                        .orElse("Use one of XLSForm's functions."));
            case Fault.UnknownTable(var name, var meant) ->
                LocalizedText.of(
                        "Tidak ada tabel bernama \"" + name + "\". "
                                + meant.map(known -> "Mungkin maksudnya '" + known + "'?")
                                        .orElse("Tambahkan lembar dengan nama itu, atau pakai 'libraries',"
                                                + " 'my_reports', atau 'history'."),
                        "There is no table named \"" + name + "\". "
                                + meant.map(known -> "Perhaps '" + known + "' was meant?")
                                        .orElse("Add a sheet of that name, or use 'libraries', 'my_reports' or"
                                                + " 'history'."));
            case Fault.UnknownColumn(var name, var known, var meant) ->
                LocalizedText.of(
                        "Tabel ini tidak punya kolom \"" + name + "\". "
                                + meant.map(near -> "Mungkin maksudnya " + near + "?")
                                        .orElse("Kolomnya: " + String.join(", ", known) + "."),
                        "This table has no column \"" + name + "\". "
                                + meant.map(near -> "Perhaps " + near + " was meant?")
                                        .orElse("Its columns: " + String.join(", ", known) + "."));
            case Fault.OnlyPulldata(var table) ->
                LocalizedText.of(
                        "Tabel '" + table + "' tidak punya daftar baris. Pakai pulldata('" + table
                                + "', 'kolom', 'kunci', nilai).",
                        "The table '" + table + "' has no list of rows. Use pulldata('" + table
                                + "', 'column', 'key', value).");
            case Fault.MustBeName(var function) ->
                LocalizedText.of(
                        "Tulis " + function + "(${pertanyaan}, ${kelompok_berulang}, nomor).",
                        "Write " + function + "(${question}, ${repeat}, number).");
            case Fault.NeverANumber(var question, var wanting) ->
                LocalizedText.of(
                        "${" + question + "} tidak pernah berupa bilangan, jadi tidak bisa dipakai dengan " + wanting
                                + ". Bandingkan dengan = atau selected(), atau pakai pertanyaan lain.",
                        "${" + question + "} is never a number, so it can't be used with " + wanting
                                + ". Compare it with = or selected(), or use another question.");
            case Fault.NotSupportedYet(var name) ->
                LocalizedText.of(
                        name + " belum didukung. Hapus atau ganti dengan cara lain.",
                        name + " is not supported yet. Remove it or write the rule in another way.");
            case Fault.WrongNumberOfArguments(var function, var least, var most, var given) ->
                LocalizedText.of(
                        function + "() perlu " + count(least, most, " sampai ", "atau lebih") + " isian, tetapi diberi "
                                + given + ". Tambah atau kurangi isiannya.",
                        function + "() takes " + count(least, most, " to ", "or more") + " arguments but was given "
                                + given + ". Add or remove some.");
            case Fault.Unexpected(var found, var at) ->
                LocalizedText.of(
                        "Tidak dimengerti mulai dari \"" + found + "\" (huruf ke-" + (at + 1)
                                + "). Periksa tanda kurung, koma, dan tanda hitung di dekatnya.",
                        "Not understood from \"" + found + "\" (character " + (at + 1)
                                + "). Check the parentheses, commas and operators near it.");
            case Fault.EndsTooEarly() ->
                LocalizedText.of(
                        "Rumus ini belum selesai. Lengkapi, atau tutup kurungnya.",
                        "This expression stops in the middle. Complete it, or close its parentheses.");
            case Fault.UnclosedText(var at) ->
                LocalizedText.of(
                        "Tanda petik pada huruf ke-" + (at + 1) + " tidak ditutup. Tambahkan tanda petik penutup.",
                        "The quotation mark at character " + (at + 1) + " is not closed. Add the closing one.");
            case Fault.CurlyQuote(var at) ->
                LocalizedText.of(
                        "Ada tanda petik miring pada huruf ke-" + (at + 1) + ". Pakai tanda petik lurus: '...'.",
                        "There is a curly quotation mark at character " + (at + 1) + ". Use straight ones: '...'.");
            case Fault.MustBeLiteral(var function) ->
                LocalizedText.of(
                        "Nama dan pola dalam " + function + "() harus ditulis langsung di antara tanda petik.",
                        "Names and patterns in " + function + "() must be written out in quotation marks.");
            case Fault.BadPattern(var pattern, var reason) ->
                LocalizedText.of(
                        "Pola \"" + pattern + "\" salah (" + reason + "). Perbaiki polanya.",
                        "The pattern \"" + pattern + "\" is wrong (" + reason + "). Correct it.");
            case Fault.TooLong(var most) ->
                LocalizedText.of(
                        "Rumus ini terlalu panjang. Paling panjang " + most
                                + " huruf; pecah dengan pertanyaan calculate.",
                        "This expression is too long. Use at most " + most
                                + " characters, or split it into calculates.");
            case Fault.TooDeep(var most) ->
                LocalizedText.of(
                        "Rumus ini terlalu bertingkat. Paling banyak " + most
                                + " tingkat; pecah dengan pertanyaan calculate.",
                        "This expression is nested too deeply. Use at most " + most
                                + " levels, or split it into calculates.");
        };
    }

    static LocalizedText of(Doubt doubt) {
        return switch (doubt) {
            case Doubt.TextAsNumber(var question) ->
                LocalizedText.of(
                        "${" + question + "} dijawab dengan teks bebas, tetapi di sini dipakai sebagai bilangan. Ubah"
                                + " type-nya menjadi integer atau decimal kalau memang bilangan.",
                        "${" + question + "} is answered with any text but used as a number here. Make its type integer"
                                + " or decimal if it is one.");
            case Doubt.NotAChoice(var question) ->
                LocalizedText.of(
                        "${" + question + "} bukan pertanyaan pilihan. Pakai = sebagai ganti selected().",
                        "${" + question + "} is no question with choices. Use = instead of selected().");
            case Doubt.UnknownCode(var question, var code, var meant) ->
                LocalizedText.of(
                        "Daftar pilihan ${" + question + "} tidak punya kode \"" + code + "\". "
                                + meant.map(known -> "Mungkin maksudnya '" + known + "'?")
                                        .orElse("Periksa kodenya di lembar choices."),
                        "The choices of ${" + question + "} have no code \"" + code + "\". "
                                + meant.map(known -> "Perhaps '" + known + "' was meant?")
                                        .orElse("Look at the codes in the sheet choices."));
        };
    }

    private static String count(int least, int most, String between, String more) {
        if (most == Integer.MAX_VALUE) {
            return least + " " + more;
        }
        return least == most ? Integer.toString(least) : least + between + most;
    }
}
