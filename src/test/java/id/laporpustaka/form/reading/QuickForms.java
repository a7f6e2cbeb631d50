package id.laporpustaka.form.reading;

import id.laporpustaka.form.BuiltInForm;
import id.laporpustaka.form.Form;
import java.util.List;
import java.util.stream.Stream;

/// Forms whose questions say what a message may fill, and whose choices have the synonyms that librarians use.
final class QuickForms {
    static final Form ACTIVITY = BuiltInForm.of("""
        settings
        ,form_id,version,form_title,form_title::English (en)
        ,PM,1,Pelibatan masyarakat,Community engagement
        survey
        ,type,name,label,appearance,indicator,detail,required
        ,text,title,Apa nama kegiatannya?,,title,,yes
        ,date,date_start,"Tanggal berapa? Boleh tulis ""kemarin"".",,date_start,,yes
        ,date,date_end,Sampai tanggal berapa?,,date_end,yes,
        ,select_one PF,pm_form,Bentuk kegiatannya apa?,,activity_form,,yes
        ,select_one TP,pm_topic,Bidang utamanya apa?,,topic,,yes
        ,select_one MD,pm_mode,Kegiatannya di mana?,,mode,,yes
        ,text,pm_place,Di mana tempatnya?,,place,,
        ,integer,pm_sessions,Berapa kali pertemuan?,,sessions,,
        ,begin_group,pm_lp,Berapa pesertanya?,field-list,,,
        ,integer,pm_male,Laki-laki,,male,,yes
        ,integer,pm_female,Perempuan,,female,,yes
        ,integer,pm_stated_total,Jumlah seluruhnya,,stated_total,,
        ,end_group,,,,,,
        ,integer,pm_dis,Berapa penyandang disabilitas?,,disabled,yes,
        ,select_one AG,pm_age,Terutama untuk usia berapa?,,age_group,,yes
        ,image,photos,Kirim foto.,,photos,,yes
        ,select_multiple TG,pm_group,Siapa saja sasarannya?,,target_group,yes,
        ,select_multiple PT,pm_partner,Bekerja sama dengan siapa?,,partner,yes,
        ,text,pm_partner_name,Sebutkan nama mitranya.,,partner_name,yes,
        ,select_multiple FD,pm_fund,Dananya dari mana?,,fund,yes,
        ,integer,pm_amount,Kira-kira berapa rupiah biayanya?,thousands-sep,amount,yes,
        ,text,pm_result,Apa hasilnya bagi peserta?,multiline,result,yes,
        ,text,note,Ada catatan atau kendala?,multiline,note,yes,
        choices
        ,list_name,name,label,label::English (en),synonyms
        ,PF,PLT,Pelatihan / lokakarya,Training / workshop,workshop|praktik|praktek|kursus singkat
        ,PF,KLS,Kelas atau kursus rutin,Regular class or course,kelas|kursus
        ,PF,BMB,Bimbingan belajar,Tutoring,bimbel|les
        ,PF,SUL,Penyuluhan / sosialisasi,Information session,seminar|ceramah
        ,PF,DSK,"Diskusi, bedah buku, berbagi pengalaman","Discussion, book talk",sharing
        ,PF,DNG,Mendongeng dan literasi anak,"Storytelling, early literacy",dongeng|read aloud|membaca nyaring
        ,PF,WIS,Kunjungan / wisata literasi,Literacy visit or tour,
        ,PF,LMB,"Lomba, festival, pameran, bazar","Contest, festival, exhibition, fair",
        ,PF,LAIN,Lainnya (sebutkan),Other (specify),
        ,TP,EKO,Ekonomi dan UMKM,Economy and micro-business,
        ,TP,KES,Kesehatan dan gizi,Health and nutrition,
        ,TP,TIK,"Komputer, internet, digital","Computer, internet, digital skills",
        ,MD,PERP,Di perpustakaan,On-site in the library,perpustakaan|di perpustakaan|perpus|di perpus|di perpusdes|perpusdes
        ,MD,LUAR,Di luar perpustakaan,Off-site,balai desa|balai|rumah|lapangan|SDN|masjid|village hall
        ,MD,DARING,Daring (langsung),Live online,online|zoom|via zoom
        ,AG,U612,Anak (6-12 tahun),Ages 6-12,anak-anak|anak SD
        ,AG,U1317,Remaja (13-17 tahun),Ages 13-17,anak SMP
        ,AG,U3159,Dewasa (31-59 tahun),Ages 31-59,orang dewasa
        ,AG,U60,Lansia (60 tahun ke atas),Ages 60 and over,
        ,AG,UMUM,Semua umur,All ages / general,umum
        ,TG,PRM,Perempuan / ibu rumah tangga,Women / housewives,ibu-ibu|ibu
        ,TG,ANK,Anak dan pelajar,Children and pupils,anak-anak
        ,TG,LAN,Lansia,Elderly,
        ,TG,KDR,Kader PKK / posyandu,PKK cadres,
        ,TG,UMM,Masyarakat umum,General public,umum
        ,PT,DESA,Pemerintah desa / kelurahan,Village government,pemdes
        ,PT,KAB,Dinas / pemerintah daerah,Local government agency,
        ,PT,SEK,Sekolah / madrasah,School,SD|SDN|SMP|SMPN|SMA|MI
        ,PT,KES,Puskesmas / posyandu,Health centre / health post,bidan desa
        ,PT,PKK,PKK,PKK women's movement,TP PKK|ibu PKK
        ,PT,KRT,Karang Taruna,Youth organisation,
        ,PT,NONE,Tidak ada mitra,No partner,
        ,FD,DD,Dana desa / APBDes,Village fund / village budget,
        ,FD,CSR,Swasta / CSR,Private / CSR,
        ,FD,SWD,Swadaya peserta atau warga,Contributed by participants,swadaya|patungan|iuran
        ,FD,TANPA,Tanpa biaya,No cost,gratis|tanpa dana
        """);
    static final Form ADVOCACY = BuiltInForm.of("""
        settings
        ,form_id,version,form_title,form_title::English (en)
        ,AD,1,Advokasi,Advocacy
        survey
        ,type,name,label,indicator
        ,text,title,Apa nama kegiatan advokasinya?,title
        ,date,date_start,Tanggal berapa?,date_start
        """);
    static final Form SERVICE = titled("LI", "Peningkatan layanan informasi", "Information-service improvement");
    static final Form PUBLICATION = BuiltInForm.of("""
        settings
        ,form_id,version,form_title,form_title::English (en)
        ,PB,1,Publikasi dan promosi,Publication and promotion
        survey
        ,type,name,label,indicator
        ,text,title,Apa judul publikasinya?,title
        ,date,date_start,Tanggal berapa?,date_start
        ,text,pb_url,Kirim tautannya.,link
        """);
    static final Form STORY = titled("CD", "Cerita dampak", "Impact story");
    static final Form STATISTICS = titled("ST", "Statistik bulanan", "Monthly statistics");
    static final List<Form> ALL = List.of(ACTIVITY, ADVOCACY, SERVICE, PUBLICATION, STORY, STATISTICS);

    /// Those of the programme, the most frequent first.
    static final List<Form> BUILT_IN =
            Stream.of("PM", "AD", "LI", "PB", "CD", "ST").map(BuiltInForm::get).toList();

    private QuickForms() {}

    private static Form titled(String id, String title, String english) {
        return BuiltInForm.of("""
            settings
            ,form_id,version,form_title,form_title::English (en)
            ,%s,1,%s,%s
            survey
            ,type,name,label,indicator
            ,text,title,Apa judulnya?,title
            """.formatted(id, title, english));
    }
}
