import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Writes the classes of jars anew in the format of Java 11, where they are in one so old (before Java 6) that a start-up
/// cache leaves them out. The code stays the same, but for one method; frames for the verifier are added. Run by the
/// build: `java NewerClasses.java JAR …`
final class NewerClasses {
    private static final int OLDEST_FOR_A_CACHE = ClassFile.JAVA_6_VERSION;

    /// Picocli's way to Groovy's closures: a look through every jar, at each start. There are none here.
    private static final String LOOK_FOR_GROOVY = "loadClosureClass";

    private static final ClassTransform WITHOUT_GROOVY = ClassTransform.transformingMethodBodies(
            method -> method.methodName().equalsString(LOOK_FOR_GROOVY),
            nothingElse().andThen(CodeTransform.endHandler(code -> code.aconst_null().areturn())));

    private final ClassFile classFile;

    private NewerClasses(ClassLoader classes) {
        var known = ClassHierarchyResolver.ofResourceParsing(classes).orElse(ClassHierarchyResolver.defaultResolver());
        this.classFile = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(known));
    }

    public static void main(String[] jars) throws IOException {
        for (var jar : jars) {
            rewrite(Path.of(jar));
        }
    }

    private static void rewrite(Path jar) throws IOException {
        var time = Files.getLastModifiedTime(jar);
        var rewritten = new ByteArrayOutputStream();
        try (var classes = new URLClassLoader(new URL[]{jar.toUri().toURL()});
                var from = new ZipFile(jar.toFile());
                var to = new ZipOutputStream(rewritten)) {
            var newer = new NewerClasses(classes);
            for (var entry : Collections.list(from.entries())) {
                var bytes = from.getInputStream(entry).readAllBytes();
                var copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                to.putNextEntry(copy);
                to.write(entry.getName().endsWith(".class") ? newer.inNewerFormat(bytes) : bytes);
                to.closeEntry();
            }
        }
        Files.write(jar, rewritten.toByteArray());
        Files.setLastModifiedTime(jar, time);
    }

    private byte[] inNewerFormat(byte[] bytes) {
        var model = classFile.parse(bytes);
        if (model.majorVersion() >= OLDEST_FOR_A_CACHE) {
            return bytes;
        }
        // Handing on each instruction makes the library build the body anew, with its frames.
        var bodies = ClassTransform.transformingMethodBodies((code, instruction) -> code.with(instruction));
        ClassTransform format = (type, element) -> type.with(inNewerFormat(element));
        var newer = classFile.transformClass(model, bodies.andThen(format));
        return classFile.transformClass(classFile.parse(newer), WITHOUT_GROOVY);
    }

    private static CodeTransform nothingElse() {
        return (_, _) -> {};
    }

    private static ClassElement inNewerFormat(ClassElement element) {
        return element instanceof ClassFileVersion ? ClassFileVersion.of(ClassFile.JAVA_11_VERSION, 0) : element;
    }
}
