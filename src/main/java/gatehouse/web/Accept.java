package gatehouse.web;

import java.util.Locale;

/** What a caller would rather read (RFC 9110 section 12.5.1): JSON when it names it and likes it better than a page. */
record Accept(String header) {

    boolean prefersJson() {
        return header != null && quality("application/json") > quality("text/html");
    }

    /** Only who says so: a program that names nothing reads what there is. */
    boolean prefersPage() {
        return header != null && quality("text/html") > quality("application/json");
    }

    private double quality(String type) {
        double best = 0;
        for (String range : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = range.strip().split(";");
            if (parts[0].strip().equals(type)) best = Math.max(best, quality(parts));
        }
        return best;
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].strip();
            if (part.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)")) return Double.parseDouble(part.substring(2));
        }
        return 1;
    }
}
