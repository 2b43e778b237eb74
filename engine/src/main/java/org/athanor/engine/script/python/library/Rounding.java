package org.athanor.engine.script.python.library;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Exact;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Real;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;

/// `round`: halves go to the even neighbour.
final class Rounding {
    private static final int MOST = 400;

    private Rounding() {}

    static Value round(Value number, Value digits) {
        if (number instanceof Instance instance && instance.special("__round__").isPresent()) {
            return instance.attribute("__round__")
                    .call(digits == Nothing.NONE ? Arguments.of() : Arguments.of(digits));
        }
        return switch (number.plain()) {
            case Real real -> round(real.value(), digits);
            case Exact exact -> digits == Nothing.NONE
                    ? new Whole(exact.value().setScale(0, RoundingMode.HALF_EVEN).toBigInteger())
                    : new Exact(exact.value().setScale(places(digits), RoundingMode.HALF_EVEN));
            default -> {
                if (number instanceof Whole || number.typeName().equals("bool") || number.plain() instanceof Whole) {
                    var whole = Builtins.integer(number);
                    yield digits == Nothing.NONE || places(digits) >= 0
                            ? new Whole(whole)
                            : new Whole(new BigDecimal(whole).setScale(places(digits), RoundingMode.HALF_EVEN)
                                    .toBigInteger());
                }
                throw PythonFault.raised("TypeError",
                        "type %s doesn't define __round__ method".formatted(number.typeName()));
            }
        };
    }

    private static int places(Value digits) {
        int places = Whole.index(digits);
        return Math.clamp(places, -MOST, MOST);
    }

    private static Value round(double value, Value digits) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            if (digits != Nothing.NONE) {
                return new Real(value);
            }
            throw Double.isNaN(value)
                    ? PythonFault.raised("ValueError", "cannot convert float NaN to integer")
                    : PythonFault.raised("OverflowError", "cannot convert float infinity to integer");
        }
        var exact = new BigDecimal(value);
        if (digits == Nothing.NONE) {
            return new Whole(exact.setScale(0, RoundingMode.HALF_EVEN).toBigInteger());
        }
        double rounded = exact.setScale(places(digits), RoundingMode.HALF_EVEN).doubleValue();
        return new Real(rounded == 0 ? Math.copySign(0.0, value) : rounded);
    }
}
