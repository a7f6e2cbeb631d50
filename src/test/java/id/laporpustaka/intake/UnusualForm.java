package id.laporpustaka.intake;

import id.laporpustaka.form.BuiltInForm;
import id.laporpustaka.form.Form;

/// A form with kinds of questions that no built-in form has, and with repeats.
final class UnusualForm {
    private UnusualForm() {}

    static Form get() {
        return BuiltInForm.of("""
            settings
            ,form_id,version,form_title,default_language
            ,ALL,1,Segala jenis,Bahasa Indonesia (id)
            survey
            ,type,name,label,required,relevant,constraint,constraint_message,calculation,appearance,detail,max_files,repeat_count,indicator
            ,note,intro,Baca ini dulu.,,,,,,,,,,
            ,text,title,Apa judulnya?,yes,,,,,,,,,title
            ,acknowledge,agreed,Sudah dibaca?,,,,,,,,,,
            ,decimal,height,Berapa tingginya?,,,. > 0,Lebih dari nol.,,,,,,
            ,time,at,Jam berapa?,,,,,,,,,,
            ,dateTime,moment,Kapan tepatnya?,,,,,,,,,,
            ,date,month,Bulan apa?,,,,,,month-year,,,,
            ,image,photos,Kirim foto.,,,,,,,,2,,photos
            ,select_one kinds,kind,Apa jenisnya?,yes,,,,,,,,,
            ,select_multiple kinds,others,Apa lagi?,,,count-selected(.) <= 2,Paling banyak dua.,,,,,,
            ,begin_repeat,speakers,Narasumber,,,,,,,,,,
            ,text,speaker,Siapa namanya?,yes,,,,,,,,,
            ,select_one kinds,field,Apa bidangnya?,,${speaker} != 'x',,,,,,,,
            ,end_repeat,,,,,,,,,,,,
            ,integer,guests,Berapa tamunya?,,,. <= 3,Paling banyak 3.,,,,,,
            ,begin_repeat,guest,Tamu,,,,,,,,,${guests},
            ,text,guest_name,Siapa nama tamunya?,,,,,,,,,,
            ,integer,guest_age,Berapa umurnya?,,,. < 120,Kurang dari 120.,,,,,,
            ,end_repeat,,,,,,,,,,,,
            ,calculate,all_guests,Tamu,,,,,count(${guest}),,,,,
            ,text,note,Ada catatan?,,,,,,multiline,yes,,,
            choices
            ,list_name,name,label
            ,kinds,A,Kelas
            ,kinds,B,Lomba
            ,kinds,C,Pameran
            """);
    }
}
