package id.laporpustaka.form;

/// How answers of a repeat are named: `name[2]` is the one in the second instance.
final class Instances {
    /// How many instances of a repeat a report can have.
    static final int MOST = 50;

    private Instances() {}

    static String name(String base, int instance) {
        return instance == 0 ? base : base + "[" + instance + "]";
    }

    static String base(String name) {
        var bracket = name.indexOf('[');
        return bracket < 0 ? name : name.substring(0, bracket);
    }

    /// 0 if the name is not that of an instance.
    static int number(String name) {
        var bracket = name.indexOf('[');
        var end = name.length() - 1;
        if (bracket < 0 || name.charAt(end) != ']' || end - bracket > 4 || end - bracket < 2) {
            return 0;
        }
        var number = 0;
        for (var i = bracket + 1; i < end; i++) {
            var digit = name.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
