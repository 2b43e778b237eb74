import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// The licences of all that is shipped: a list of the libraries from the bill of materials, the texts that the jars bring,
/// and for jars that bring none, the text in `src/licences`. A library without any text ends the build.
final class Licences {
    private static final Pattern TEXT = Pattern.compile("(?i)(.*/)?([\\w.-]*-)?(LICENSE|NOTICE|COPYING)([.-](?!class$)[\\w.]+)?");

    private final Product product;
    private final Path papers;

    Licences(Product product, Path papers) {
        this.product = product;
        this.papers = papers;
    }

    void collect() throws IOException {
        Files.createDirectories(papers);
        Folders.copyFile(product.root().resolve("LICENSE"), papers.resolve("LICENSE"));
        Folders.copyFile(product.root().resolve("NOTICE"), papers.resolve("NOTICE"));
        for (var form : List.of("xml", "json")) {
            Folders.copyFile(bill(form), papers.resolve("sbom." + form));
        }
        var texts = texts();
        var list = new StringJoiner("\n", "Athanor is under the Apache License 2.0 (LICENSE). It brings:\n\n", "\n");
        for (var library : libraries()) {
            list.add("%s %s: %s".formatted(library.name, library.version, library.licence));
            if (Files.exists(own(library)) || !texts.contains(library.name)) {
                supply(library);
            }
        }
        list.add("\nThe texts are in licences/; those of the Java that is brought along in the runtime's legal/.");
        Files.writeString(papers.resolve("THIRD-PARTY.txt"), list.toString());
        Files.writeString(papers.resolve("copyright"), "Athanor is under the Apache License 2.0: LICENSE, NOTICE. "
                + "Libraries that it brings: THIRD-PARTY.txt.\n");
    }

    /// The names of the libraries whose jars bring texts; those are unpacked.
    private List<String> texts() throws IOException {
        var names = new ArrayList<String>();
        try (var jars = Stream.concat(Files.list(product.program().resolve("lib")),
                Files.list(product.program().resolve("lib/javafx")))) {
            for (var jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                var name = jar.getFileName().toString().replaceFirst("-\\d.*", "");
                if (unpack(jar, papers.resolve("licences").resolve(name))) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static boolean unpack(Path jar, Path folder) throws IOException {
        var found = false;
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().filter(file -> !file.isDirectory() && TEXT.matcher(file.getName()).matches()).toList()) {
                var name = entry.getName().replaceFirst("^META-INF/", "").replace('/', '-');
                Files.createDirectories(folder);
                Files.copy(zip.getInputStream(entry), folder.resolve(name));
                found = true;
            }
        }
        return found;
    }

    private void supply(Library library) throws IOException {
        var text = switch (library.licence) {
            case "Apache-2.0" -> product.root().resolve("LICENSE");
            // Java's own, which JavaFX shares.
            case "GPL-2.0-with-classpath-exception" -> product.runtime().resolve("legal/java.base/LICENSE");
            default -> own(library);
        };
        if (!Files.exists(text)) {
            throw new IOException("%s brings no text of its licence (%s). Put one at %s".formatted(library.name,
                    library.licence, own(library)));
        }
        Folders.copyFile(text, papers.resolve("licences").resolve(library.name).resolve("LICENSE"));
    }

    private Path own(Library library) {
        return product.sources().resolve("licences").resolve(library.name + ".txt");
    }

    private record Library(String name, String version, String licence) {}

    private Path bill(String form) {
        var file = product.root().resolve("installer/target/sbom." + form);
        if (!Files.exists(file)) {
            throw new IllegalStateException("There is no " + file + ": CycloneDX writes it, and not with `mvn --offline`.");
        }
        return file;
    }

    private List<Library> libraries() throws IOException {
        try {
            var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(bill("xml").toFile());
            var components = ownComponents(document.getDocumentElement()).getElementsByTagName("component");
            var libraries = new TreeMap<String, Library>();
            for (int i = 0; i < components.getLength(); i++) {
                var component = (Element) components.item(i);
                if (!text(component, "group").equals("org.athanor") && !text(component, "name").equals("jspecify")) {
                    var library = new Library(text(component, "name"), text(component, "version"), licence(component));
                    libraries.put(library.name, library);
                }
            }
            return List.copyOf(libraries.values());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("The bill of materials can't be read", e);
        }
    }

    /// Beside the list of the tool that wrote it.
    private static Element ownComponents(Element bill) {
        for (var child = bill.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals("components")) {
                return (Element) child;
            }
        }
        throw new IllegalStateException("The bill of materials lists nothing");
    }

    private static String text(Element element, String tag) {
        return element.getElementsByTagName(tag).item(0).getTextContent();
    }

    private static String licence(Element component) {
        var choices = new StringJoiner(" or ");
        var licences = component.getElementsByTagName("license");
        for (int i = 0; i < licences.getLength(); i++) {
            var licence = (Element) licences.item(i);
            choices.add(text(licence, licence.getElementsByTagName("id").getLength() > 0 ? "id" : "name"));
        }
        return choices.toString();
    }
}
