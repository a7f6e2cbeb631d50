package id.laporpustaka.form.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Recognises words that steer, thank or greet, in the spellings people use.
public final class ControlWords {
    private static final int LONGEST = 200;
    private static final Map<String, Control> WORDS = words();
    private static final Pattern MARKS_AROUND = Pattern.compile("^/|(?<![.!?,])[.!?,]++$");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<=[^ ,])[ ,]++(?:ya|yah|dong|deh|aja|saja|kak|kakak|min|admin|bot|pak|bu|bapak|ibu|please|pls|tolong)$");
    private static final Pattern CLOSING = Pattern.compile(
            "(?<=[^\\s,.!])(?:[\\s,.!]++(?:ya|yah|dong|deh|kak|kakak|min|admin|bot|please|pls)(?!\\p{L}))++[\\s.!]*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final String GREETING = "(?:assalamu?'?ala?ikum|assalamualaikum|asalamualaikum|ass|aslm|aslmkm)"
            + "(?:[ ,.]*(?:wr\\.?|warahmatullahi|warohmatullahi)[ ,.]*(?:wb\\.?|wabarakatuh|wabarokatuh)?)?"
            + "|(?:selamat|selamt|slmt|met) (?:pagi|siang|sore|malam|mlm)"
            + "|(?:good )(?:morning|afternoon|evening)";
    private static final String PERMISSION =
            "(?:mohon |minta )?(?:izin|ijin) (?:untuk )?(?:lapor|melapor|melaporkan|laporan)(?![a-z])|(?:mau|saya)"
                    + " (?:lapor|melaporkan)(?![a-z])|permisi";
    private static final String ADDRESSED =
            "(?:kakak|kak|admin|min|bapak/ibu|bpk/ibu|bapak|ibu|pak|bu|semua|semuanya|bot)";
    private static final Pattern COURTESY = Pattern.compile(
            "^(?:(?:" + GREETING + ")(?![a-z])(?:[ ,.!]+" + ADDRESSED
                    + "(?=[ ,.!]*$|[,.!]|\\s+(?:mohon|izin|ijin|mau|saya)))?"
                    + "|(?:" + PERMISSION + ")(?![a-z])"
                    + "|" + ADDRESSED + "(?=[,.!])"
                    + "|" + ADDRESSED + "(?= (?:" + PERMISSION + "))"
                    + "|(?:halo|hallo|hai|hi|hello)(?=[ ,.!]|$)(?: " + ADDRESSED
                    + "(?=[ ,.!]*$|[,.!]|\\s+(?:mohon|izin|ijin|mau|saya)))?"
                    + ")[ ,.!:\\n-]*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern FAREWELL = Pattern.compile(
            "(?<![ ,.!\\n"
                + "])[ ,.!\\n"
                + "]++(?:terima ?kasih|trima ?kasih|makasih|makasi|mksh|trims|thx|thanks|thank you|suwun|nuhun|matur"
                + " nuwun)(?:[ ,]+(?:banyak|ya|kak|kakak|min|admin|pak|bu|sebelumnya))*[ .!]*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// The meaning of the message as a whole; empty if it says anything else.
    public Optional<Control> find(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var plain = MARKS_AROUND.matcher(Spelling.plain(text)).replaceAll("").strip();
        return findWhole(plain)
                .or(() -> {
                    var bare = ADDRESS.matcher(plain).replaceAll("").strip();
                    return findWhole(bare);
                })
                .or(() -> isOnlyCourtesy(plain) ? Optional.of(Control.GREETING) : Optional.empty());
    }

    /// What is left when greetings before it and thanks after it are taken away; everything else stays as written.
    public String withoutCourtesy(String text) {
        return FAREWELL.matcher(withoutGreeting(text)).replaceAll("").strip();
    }

    /// `25 orang kak` is `25 orang`. Words that may count people, such as `ibu`, stay.
    String withoutAddress(String text) {
        return CLOSING.matcher(text).replaceFirst("").strip();
    }

    String withoutGreeting(String text) {
        var rest = Spelling.straight(text).strip();
        for (var shorter = COURTESY.matcher(rest).replaceFirst("");
                !shorter.equals(rest);
                shorter = COURTESY.matcher(rest).replaceFirst("")) {
            rest = shorter;
        }
        return rest.strip();
    }

    private boolean isOnlyCourtesy(String plain) {
        return !plain.isEmpty() && withoutGreeting(plain).isEmpty();
    }

    private static Optional<Control> findWhole(String plain) {
        var found = WORDS.get(plain);
        return Optional.ofNullable(found != null ? found : WORDS.get(Spelling.squeezed(plain)));
    }

    private static Map<String, Control> words() {
        var words = new LinkedHashMap<String, Control>();
        put(
                words,
                Control.CANCEL,
                "batal,batalkan,cancel,abort,quit,exit,never mind,nevermind,btl,dibatalkan,ga jadi,gak jadi,tidak"
                        + " jadi,tdk jadi,nggak jadi,stop");
        put(words, Control.BACK, "kembali,back,go back,previous,balik,kmbali,kembli,mundur,sebelumnya");
        put(
                words,
                Control.SKIP,
                "lewati,lewat,skip,skip it,skip this,lanjut,lanjutkan,next,lewatkan,lwt,lwti,kosongkan,clear");
        put(
                words,
                Control.DONE,
                "selesai,done,beres,rampung,slesai,slsai,finish,finished,that's all,thats all,that is all,sudah"
                        + " selesai,sdh selesai,itu saja,itu aja,sudah semua");
        put(words, Control.CHANGE, "ubah,ganti,ralat,salah,koreksi,edit,change,correct it,wrong,perbaiki");
        put(words, Control.SAVE, "simpan,save,simpan draf,simpan draft,simpn,save draft");
        put(words, Control.SEND, "kirim,send,submit,kirimkan,krm,krim");
        put(words, Control.HELP, "bantuan,help,tolong,bantu,bantuin");
        put(words, Control.MENU, "menu,mulai,start");
        put(
                words,
                Control.THANKS,
                "terima kasih,terimakasih,trima kasih,trimakasih,makasih,makasi,mksh,mkasih,trims,tks,thx,thanks,thank"
                        + " you,suwun,matur suwun,nuhun,hatur nuhun,matur nuwun,terima kasih banyak,makasih"
                        + " banyak,tengkyu");
        put(words, Control.GREETING, "pagi,siang,sore,malam,min,kak,halo,hallo,hai,hi,hello,hey,ping,tes,test");
        put(
                words,
                Control.YES,
                "ya,y,iya,iy,yoi,yup,yes,yap,yaa,yeah,yep,sure,correct,right,that's right,of"
                    + " course,betul,benar,bener,ok,oke,okey,okay,okeh,siap,sip,setuju,sudah,sdh,udah,dah,ada,tentu,boleh,iya"
                    + " betul,ya betul,ya benar,sudah benar,ya sudah,ya ada");
        put(
                words,
                Control.NO,
                "not yet,none,no"
                    + " one,nobody,tidak,tdk,tdak,gak,ga,gk,nggak,ngga,enggak,engga,kagak,bukan,belum,blm,blum,tanpa,no,nope,tak,tidak"
                    + " ada,tdk ada,gak ada,ga ada,nggak ada,belum ada,blm ada");
        put(
                words,
                Control.DO_NOT_KNOW,
                "unknown,not sure,no idea,not known,dont know,i dont know,idk,tidak tahu,tdk tahu,tidak tau,tdk"
                    + " tau,gak tahu,gak tau,ga tahu,ga tau,nggak tahu,nggak tau,ngga tau,kurang tahu,kurang tau,krg"
                    + " tau,entah,lupa,tidak ingat,don't know,i don't know,do not know");
        return words;
    }

    private static void put(Map<String, Control> words, Control control, String spellings) {
        for (var spelling : spellings.split(",", -1)) {
            words.put(spelling, control);
            words.putIfAbsent(Spelling.squeezed(spelling), control);
        }
    }
}
