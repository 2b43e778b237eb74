package org.athanor.engine.script.python.value;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.value.BuiltinClasses.Typed;

/// `UUID`.
public record Uuid(UUID value) implements Typed {
    public static final PythonClass TYPE = BuiltinClasses.library("UUID", BuiltinClasses.OBJECT,
            "hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None", Uuid::made,
            Map.of());

    private static Value made(Signature.Bound given) {
        if (given.given("int").isPresent() && given.get("int") instanceof Whole whole) {
            return of(whole.value());
        }
        if (given.given("bytes").isPresent() && given.get("bytes") instanceof Bytes bytes) {
            return of(new BigInteger(1, bytes.bytes()));
        }
        var hex = given.given("hex").map(v -> Text.of(v, "hex")).orElseThrow(() -> PythonFault.raised("TypeError",
                "one of the hex, bytes, bytes_le, fields, or int arguments must be given"));
        var digits = hex.replace("urn:", "").replace("uuid:", "").replaceAll("^[{}]+|[{}]+$", "").replace("-", "");
        if (digits.length() != 32 || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw PythonFault.raised("ValueError", "badly formed hexadecimal UUID string");
        }
        return of(new BigInteger(digits, 16));
    }

    static Uuid of(BigInteger number) {
        if (number.signum() < 0 || number.bitLength() > 128) {
            throw PythonFault.raised("ValueError", "int is out of range (need a 128-bit value)");
        }
        return new Uuid(new UUID(number.shiftRight(64).longValue(), number.longValue()));
    }

    private BigInteger number() {
        return new BigInteger(hex(), 16);
    }

    private String hex() {
        return value.toString().replace("-", "");
    }

    @Override
    public PythonClass type() {
        return TYPE;
    }

    @Override
    public String typeName() {
        return "UUID";
    }

    @Override
    public Value attribute(String name) {
        return switch (name) {
            case "hex" -> new Text(hex());
            case "int" -> new Whole(number());
            case "bytes" -> Bytes.of(HexFormat.of().parseHex(hex()));
            case "version" -> value.variant() == 2 ? Whole.of(value.version()) : Nothing.NONE;
            case "urn" -> new Text("urn:uuid:" + value);
            case "__str__", "__repr__", "__class__", "__hash__", "__eq__", "__format__" ->
                Specials.of(this, "UUID", name);
            default -> Typed.super.attribute(name);
        };
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        return right instanceof Uuid other
                ? Operations.decide(comparator, number().compareTo(other.number()))
                : Optional.empty();
    }

    @Override
    public String written() {
        return "UUID('%s')".formatted(value);
    }

    @Override
    public String shown() {
        return value.toString();
    }
}
