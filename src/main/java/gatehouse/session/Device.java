package gatehouse.session;

import java.util.List;
import java.util.Map;

/** A browser as a person would name it, from its User-Agent: «Firefox on Linux»; nothing else of it is kept. */
public record Device(String name) {

    private static final List<Map.Entry<String, String>> BROWSERS = List.of(Map.entry("DingTalk", "DingTalk"), Map.entry("MicroMessenger", "WeChat"),
            Map.entry("Edg", "Edge"), Map.entry("OPR", "Opera"), Map.entry("Firefox", "Firefox"), Map.entry("Chrom", "Chrome"), Map.entry("Safari", "Safari"));
    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(Map.entry("iPhone", "iPhone"), Map.entry("iPad", "iPad"),
            Map.entry("Android", "Android"), Map.entry("Windows", "Windows"), Map.entry("Mac OS", "Mac"), Map.entry("Linux", "Linux"));

    public static Device of(String userAgent) {
        String sent = userAgent == null ? "" : userAgent;
        String browser = first(BROWSERS, sent);
        String system = first(SYSTEMS, sent);
        return new Device(browser.isEmpty() ? system : system.isEmpty() ? browser : browser + " · " + system);
    }

    private static String first(List<Map.Entry<String, String>> known, String sent) {
        return known.stream().filter(mark -> sent.contains(mark.getKey())).map(Map.Entry::getValue).findFirst().orElse("");
    }
}
