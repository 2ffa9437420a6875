package gatehouse.people;

/** A new account. @param oneTimePassword to be shown once; empty when none was wished */
public record Added(long id, String oneTimePassword) {

    @Override
    public String toString() {
        return "Added[" + id + "]";
    }
}
