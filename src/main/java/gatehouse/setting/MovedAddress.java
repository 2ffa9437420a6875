package gatehouse.setting;

import java.util.List;

/** A provider whose redirect addresses the compatibility switch changes: its name, the addresses now, and those after. */
public record MovedAddress(String name, List<String> before, List<String> after) {
}
