package gatehouse.provider;

import java.util.List;

/** What was found at one server, in the order it was looked at. @param about its address as far as its port, or an issuer */
public record Stretch(String about, List<Remark> remarks) {

    public Stretch {
        remarks = List.copyOf(remarks);
    }
}
