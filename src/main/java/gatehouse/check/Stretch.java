package gatehouse.check;

import java.util.List;

/** What was found at one server, in the order it was looked at. @param about its address as far as its port, or that of a document */
public record Stretch(String about, List<Remark> remarks) {

    public Stretch {
        remarks = List.copyOf(remarks);
    }

    /** Whether it was got as far as an answer that is the server's own. */
    public boolean answers() {
        return remarks.stream().anyMatch(remark -> remark.step().equals("answer") && remark.mark() != Mark.BAD);
    }
}
