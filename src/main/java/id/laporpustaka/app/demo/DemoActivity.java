package id.laporpustaka.app.demo;

import java.util.List;

/// An activity that a library may have held; the codes are those of the form's choices.
///
/// @param womenOf100 how many of a hundred participants are women or girls, about
/// @param most how many participants there are at most
/// @param cost about what it costs, in rupiah; 0 when it costs nothing
/// @param partner code and name of who helped; both empty when nobody did
/// @param result what participants gained; empty when the librarian does not say
record DemoActivity(
        String title,
        String form,
        String topic,
        String age,
        String group,
        int womenOf100,
        int least,
        int most,
        int cost,
        String partner,
        String partnerName,
        String result) {

    static final List<DemoActivity> CHILDREN = List.of(
            activity("Dongeng Jumat", "DNG", "DIK", "U612", "ANK", 52, 12, 30, 0),
            activity("Mewarnai dan mendongeng bersama anak PAUD", "DNG", "KLG", "U05", "ANK", 55, 10, 24, 50_000)
                    .with("SEK", "PAUD desa", ""),
            activity("Bimbingan belajar matematika SD", "BMB", "DIK", "U612", "ANK", 50, 8, 20, 0),
            activity("Kunjungan siswa SD ke perpustakaan", "WIS", "DIK", "U612", "ANK", 49, 20, 45, 0)
                    .with("SEK", "SD negeri setempat", "Siswa mengenal koleksi dan cara meminjam buku."),
            activity("Kelas bahasa Inggris untuk remaja", "KLS", "DIK", "U1317", "PMD", 60, 8, 18, 0)
                    .with("PTI", "Mahasiswa KKN", ""),
            activity("Lomba membaca puisi tingkat SD", "LMB", "BUD", "U612", "ANK", 58, 15, 35, 350_000)
                    .with("DESA", "Pemerintah desa", "Anak-anak lebih percaya diri tampil di depan umum."));

    static final List<DemoActivity> LIVELIHOOD = List.of(
            activity("Pelatihan membuat keripik singkong", "PLT", "EKO", "U3159", "UMK", 88, 15, 32, 500_000)
                    .with("PKK", "PKK desa", "Ibu-ibu bisa membuat keripik aneka rasa dan mulai menjualnya."),
            activity("Pelatihan foto produk dengan ponsel", "PLT", "TIK", "U1830", "UMK", 65, 10, 22, 150_000)
                    .with("KRT", "Karang Taruna", "Peserta sudah mengunggah foto produknya sendiri."),
            activity("Praktik membuat gula semut", "PLT", "EKO", "U3159", "TNI", 62, 12, 26, 400_000)
                    .with("BUM", "BUMDes", ""),
            activity("Pelatihan merajut tas", "PLT", "BUD", "U3159", "PRM", 100, 8, 18, 300_000),
            activity("Pendampingan pemasaran daring UMKM", "DMP", "EKO", "U3159", "UMK", 74, 5, 14, 0),
            activity("Pelatihan pupuk organik dari kotoran kambing", "PLT", "TAN", "U3159", "TNI", 28, 14, 30, 250_000)
                    .with("IND", "Kelompok tani", "Petani mencoba pupuk di lahan cabai masing-masing."),
            activity("Pelatihan dasar komputer untuk pencari kerja", "KLS", "TIK", "U1830", "PCK", 55, 6, 12, 0));

    static final List<DemoActivity> VILLAGE = List.of(
            activity("Penyuluhan gizi dan pencegahan stunting", "SUL", "KES", "U1830", "KDR", 92, 18, 40, 200_000)
                    .with("KES", "Puskesmas", "Ibu muda mengenal menu gizi seimbang dari bahan lokal."),
            activity("Senam lansia dan membaca bersama", "KOM", "KES", "U60", "LAN", 80, 12, 28, 0),
            activity("Sosialisasi layanan administrasi desa daring", "SUL", "PEM", "UMUM", "UMM", 48, 15, 35, 0)
                    .with("DESA", "Pemerintah desa", ""),
            activity("Pelatihan bank sampah", "PLT", "LH", "UMUM", "PRM", 78, 12, 30, 150_000),
            activity("Diskusi pengasuhan anak di era digital", "DSK", "KLG", "U3159", "PRM", 85, 10, 25, 0));

    static final List<DemoActivity> COMMUNITY = List.of(
            activity("Bedah buku bersama komunitas literasi", "DSK", "DIK", "U1830", "PMD", 58, 8, 20, 0)
                    .with("KOM", "Komunitas literasi Purworejo", ""),
            activity("Nonton bareng film dokumenter", "PTJ", "BUD", "UMUM", "UMM", 46, 15, 40, 0),
            activity("Pelatihan menulis berita warga", "PLT", "KMN", "U1830", "PMD", 57, 8, 18, 100_000)
                    .with("MED", "Wartawan lokal", "Tiga tulisan peserta terbit di laman desa."),
            activity("Latihan tari dolalak anak dan remaja", "KOM", "BUD", "U1317", "ANK", 82, 12, 26, 0));

    static final List<DemoActivity> FAITH = List.of(
            activity("Kajian sore dan pinjam buku", "DSK", "AGM", "UMUM", "UMM", 44, 15, 45, 0),
            activity("Kelas menulis kaligrafi", "KLS", "BUD", "U1317", "ANK", 54, 8, 18, 120_000),
            activity("Belajar komputer untuk santri", "KLS", "TIK", "U1317", "PMD", 40, 10, 24, 0),
            activity("Pelatihan mengurus jenazah", "PLT", "AGM", "U3159", "UMM", 52, 15, 30, 0));

    /// The same with help from somebody and with what came of it.
    private DemoActivity with(String newPartner, String newPartnerName, String newResult) {
        return new DemoActivity(
                title, form, topic, age, group, womenOf100, least, most, cost, newPartner, newPartnerName, newResult);
    }

    static List<DemoActivity> join(List<List<DemoActivity>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    private static DemoActivity activity(
            String title,
            String form,
            String topic,
            String age,
            String group,
            int womenOf100,
            int least,
            int most,
            int cost) {
        return new DemoActivity(title, form, topic, age, group, womenOf100, least, most, cost, "", "", "");
    }
}
