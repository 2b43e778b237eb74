package org.athanor.engine.script.python.value;

import java.util.Map;
import java.util.Set;

/// What a value's attributes are that aren't read here: those of Python's own kinds are listed, and of all other values any may
/// be there.
final class OtherAttributes {
    private static final Map<String, Set<String>> REAL = Map.ofEntries(
            names("bytes", "capitalize center count expandtabs index isalnum isalpha isascii isdigit islower "
                    + "isspace istitle isupper ljust lstrip maketrans partition removeprefix removesuffix "
                    + "rfind rindex rjust rpartition rsplit rstrip splitlines swapcase title translate "
                    + "zfill"),
            names("float", "from_number fromhex"),
            names("date", "ctime fromisocalendar fromisoformat fromordinal fromtimestamp max min resolution "
                    + "strptime timetuple today"),
            names("datetime.datetime",
                    "combine dst fromisocalendar fromisoformat fromordinal fromtimestamp max min now "
                            + "resolution strptime timetuple today utcfromtimestamp utcnow utctimetuple"),
            names("time", "dst fold fromisoformat max min resolution strptime tzname utcoffset"),
            names("timedelta", "max min resolution"),
            names("timezone", "dst fromutc max min utc"),
            names("Decimal", "adjusted as_integer_ratio canonical compare compare_signal compare_total "
                    + "compare_total_mag conjugate copy_sign exp fma from_float from_number imag "
                    + "is_canonical is_infinite is_normal is_qnan is_signed is_snan is_subnormal ln log10 "
                    + "logb logical_and logical_invert logical_or logical_xor max max_mag min min_mag "
                    + "next_minus next_plus next_toward number_class radix real remainder_near rotate "
                    + "same_quantum scaleb shift to_eng_string to_integral to_integral_exact"),
            names("UUID", "bytes_le clock_seq clock_seq_hi_variant clock_seq_low fields is_safe node time "
                    + "time_hi_version time_low time_mid variant"));

    private OtherAttributes() {}

    private static Map.Entry<String, Set<String>> names(String type, String words) {
        return Map.entry(type, Set.of(words.split(" ", -1)));
    }

    /// The fault for an attribute that a value doesn't have here: Python's error only where Python has none either.
    static PythonFault missing(Value value, String name) {
        return BuiltinClasses.isPlain(value) && !REAL.getOrDefault(value.typeName(), Set.of()).contains(name)
                ? PythonFault.raised("AttributeError",
                        "'%s' object has no attribute '%s'".formatted(value.typeName(), name))
                : PythonFault.unreadable("The attribute %s of '%s' isn't read here".formatted(name, value.typeName()));
    }
}
