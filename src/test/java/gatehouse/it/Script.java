package gatehouse.it;

/** A script in a page of a signed-in browser: its cookie, and the form token with whatever it posts. */
final class Script {

    private final Visitor visitor;

    private Script(Visitor visitor) {
        this.visitor = visitor;
    }

    static Script of(Visitor visitor) {
        return new Script(visitor);
    }

    Page get(String address) {
        Page page = visitor.get(address);
        Contract.check("GET", address, page);
        return page;
    }

    /** Quotes may be written as apostrophes. */
    Page post(String address, String json) {
        Page page = visitor.send("POST", address, "application/json", json.replace('\'', '"'), "X-CSRF-Token", visitor.get("/profile/activity").csrf());
        Contract.check("POST", address, page);
        return page;
    }
}
