package id.laporpustaka.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Names of activities as librarians write them.
final class Titles {
    static final List<String> ALL = List.of(
            "Pelatihan membuat keripik singkong",
            "Pelatihan membuat keripik pisang",
            "Pelatihan membuat kerajinan bambu",
            "Pelatihan menjahit untuk ibu rumah tangga",
            "Pelatihan komputer dasar bagi perangkat desa",
            "Kelas bahasa Inggris untuk anak SD",
            "Kelas bahasa Inggris untuk anak SMP",
            "Kelas merajut bersama PKK",
            "Dongeng Jumat bersama anak-anak",
            "Mendongeng dan mewarnai untuk PAUD",
            "Lomba membaca puisi tingkat SMP",
            "Lomba mewarnai Hari Kemerdekaan",
            "Lomba mewarnai Hari Anak Nasional",
            "Penyuluhan stunting dan gizi balita",
            "Penyuluhan pupuk organik bagi petani",
            "Sosialisasi pemasaran daring bagi pelaku UMKM",
            "Sosialisasi pencegahan demam berdarah",
            "Bedah buku Laskar Pelangi",
            "Nonton bareng film perjuangan",
            "Kunjungan literasi TK Pertiwi",
            "Kunjungan siswa SDN 2 Bener",
            "Bimbingan belajar matematika kelas 6",
            "Pendampingan kelompok wanita tani",
            "Senam lansia dan cek kesehatan gratis",
            "Diskusi bulanan Karang Taruna",
            "Festival literasi desa",
            "Donor darah bersama PMI");

    private Titles() {}

    /// The same name once more: in capitals, abbreviated, misspelt, with a word more or less.
    static List<String> again(String title, Random random) {
        var again = new ArrayList<String>();
        again.add(title.toUpperCase(Locale.ROOT));
        again.add(title + " di perpustakaan");
        again.add(misspelt(title, random));
        again.add(misspelt(misspelt(title, random), random));
        again.add(title.replace("Pelatihan", "Pelatian").replace("bersama", "bersm") + ".");
        again.add("Kegiatan " + title.toLowerCase(Locale.ROOT));
        again.add(title.replace(" dan ", " & ").replace(" untuk ", " utk ").replace(" bersama ", " dgn "));
        var words = title.split(" ", -1);
        again.add(String.join(" ", List.of(words).subList(0, words.length - 1)));
        return again;
    }

    private static String misspelt(String title, Random random) {
        var place = 1 + random.nextInt(title.length() - 2);
        return switch (random.nextInt(3)) {
            case 0 -> title.substring(0, place) + title.substring(place + 1);
            case 1 -> title.substring(0, place) + title.charAt(place) + title.substring(place);
            default ->
                title.substring(0, place) + title.charAt(place + 1) + title.charAt(place) + title.substring(place + 2);
        };
    }
}
