package gatehouse.icon;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

import javax.xml.stream.XMLStreamReader;

import gatehouse.web.Refusal;

/** What a drawing may be made of, written down anew. What editors leave is dropped; what moves, links, runs or fetches is refused. */
final class Strokes {

    private static final Set<String> ELEMENTS = Set.of("svg", "g", "defs", "symbol", "use", "title", "desc", "style", "path", "rect", "circle", "ellipse",
            "line", "polyline", "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "mask");
    private static final Set<String> SUPERFLUOUS = Set.of("metadata", "filter");
    private static final Set<String> WORDS = Set.of("title", "desc", "text", "tspan");
    private static final Set<String> NAMES = Set.of("id", "class");
    private static final Set<String> ATTRIBUTES = Set.of("style", "transform", "viewBox", "preserveAspectRatio", "width", "height", "x", "y", "x1",
            "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "d", "points", "dx", "dy", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width",
            "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "stroke-opacity", "opacity", "color", "display",
            "visibility", "overflow", "clip-path", "clip-rule", "clipPathUnits", "mask", "maskUnits", "maskContentUnits", "mask-type", "gradientUnits",
            "gradientTransform", "spreadMethod", "offset", "stop-color", "stop-opacity", "vector-effect", "paint-order", "shape-rendering", "text-anchor",
            "font-family", "font-size", "font-weight", "font-style", "letter-spacing", "dominant-baseline");
    private final StringBuilder drawn = new StringBuilder();
    private final StringBuilder sheet = new StringBuilder();
    private final References references = new References();
    private final Deque<String> open = new ArrayDeque<>();

    static boolean superfluous(String element) {
        return SUPERFLUOUS.contains(element);
    }

    void open(XMLStreamReader in) {
        String element = in.getLocalName();
        if (!ELEMENTS.contains(element) || "style".equals(open.peek())) throw Refusal.invalid("provider.icon.element", element);
        references.open(open.isEmpty() ? "" : in.getAttributeValue(null, "id"), drawn.length());
        drawn.append('<').append(element);
        if (open.isEmpty()) drawn.append(" xmlns=\"").append(Drawing.SVG).append('"');
        for (int i = 0; i < in.getAttributeCount(); i++) attribute(in, i);
        drawn.append('>');
        open.push(element);
    }

    private void attribute(XMLStreamReader in, int i) {
        String name = in.getAttributeLocalName(i);
        String value = in.getAttributeValue(i);
        boolean plain = in.getAttributeNamespace(i) == null || in.getAttributeNamespace(i).isEmpty();
        if (name.toLowerCase(Locale.ROOT).startsWith("on")) throw Refusal.invalid("provider.icon.attribute", name);
        if (name.equals("href")) link(value, !plain && in.getAttributeValue("", "href") != null);
        else if (plain && ATTRIBUTES.contains(name)) keep(name, Paint.value(value));
        else if (plain && NAMES.contains(name) && !open.isEmpty()) keep(name, value);
    }

    private void link(String value, boolean again) {
        String target = value.strip();
        if (!target.matches("#[\\w.:-]+")) throw Refusal.invalid("provider.icon.attribute", "href");
        if (again) return;
        references.to(target.substring(1));
        keep("href", target);
    }

    private void keep(String name, String value) {
        Paint.targets(value).forEach(references::to);
        drawn.append(' ').append(name).append("=\"").append(escaped(value).replace("\"", "&quot;")).append('"');
    }

    void write(String text) {
        if (open.isEmpty()) return;
        if (open.peek().equals("style")) sheet.append(text);
        else if (WORDS.contains(open.peek())) drawn.append(escaped(text));
    }

    void close() {
        String element = open.pop();
        if (element.equals("style")) drawn.append(escaped(Paint.sheet(sheet.toString())));
        sheet.setLength(0);
        drawn.append("</").append(element).append('>');
        references.close(drawn.length());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** @throws Refusal 422 when it repeats itself too often to be drawn at a sign-in */
    String drawn() {
        references.check();
        return drawn.toString();
    }
}
