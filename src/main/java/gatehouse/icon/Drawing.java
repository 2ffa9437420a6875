package gatehouse.icon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import gatehouse.web.Refusal;

/** An SVG, read without entities and outside files, and drawn anew from the elements and attributes that {@link Strokes} knows. */
final class Drawing {

    static final String SVG = "http://www.w3.org/2000/svg";
    private static final int LONGEST = 64 * 1024;
    private static final int DEEPEST = 64;
    private static final int PROLOGUE = 4096;
    private final Strokes strokes = new Strokes();
    private final XMLStreamReader in;
    private int depth;
    private int skipped;

    private Drawing(XMLStreamReader in) {
        this.in = in;
    }

    /** Whether it begins as a document of XML with an svg element near, or by a mark of UTF-16. */
    static boolean looksLike(byte[] sent) {
        String start = new String(sent, 0, Math.min(sent.length, PROLOGUE), UTF_8).replace("\uFEFF", "").stripLeading();
        boolean utf16 = sent.length > 1 && (sent[0] == (byte) 0xfe && sent[1] == (byte) 0xff || sent[0] == (byte) 0xff && sent[1] == (byte) 0xfe);
        return utf16 || start.startsWith("<") && start.matches("(?s).*<(\\w+:)?svg[\\s>].*");
    }

    /** @throws Refusal 422 naming what must go, 415 when it is another document */
    static byte[] redrawn(byte[] sent) {
        if (sent.length > LONGEST) throw Refusal.invalid("provider.icon.long");
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text(sent)));
            return new Drawing(reader).read().getBytes(UTF_8);
        } catch (XMLStreamException malformed) {
            throw Refusal.invalid("provider.icon.malformed");
        }
    }

    private static String text(byte[] sent) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(sent)).toString().replace("\uFEFF", "").stripLeading();
        } catch (CharacterCodingException other) {
            throw Refusal.invalid("provider.icon.utf8");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return factory;
    }

    private String read() throws XMLStreamException {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw Refusal.invalid("provider.icon.doctype");
                case XMLStreamConstants.START_ELEMENT -> open();
                case XMLStreamConstants.END_ELEMENT -> close();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> write();
                default -> { }
            }
        }
        return strokes.drawn();
    }

    private void open() {
        if (++depth > DEEPEST) throw Refusal.invalid("provider.icon.deep");
        boolean ours = SVG.equals(in.getNamespaceURI());
        if (depth == 1 && !(ours && in.getLocalName().equals("svg"))) throw new Refusal(415, "provider.icon.kind");
        if (skipped > 0 || !ours || Strokes.superfluous(in.getLocalName())) skipped++;
        else strokes.open(in);
    }

    private void close() {
        depth--;
        if (skipped > 0) skipped--;
        else strokes.close();
    }

    private void write() {
        if (skipped == 0) strokes.write(in.getText());
    }
}
