package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A script in a page of a signed-in browser: its cookie, and the form token with whatever it posts. JSON may be typed with ' for ". */
record Script(Visitor visitor) {

    Page get(String address) {
        Page page = visitor.get(address);
        Contract.check("GET", address, page);
        return page;
    }

    Page post(String address, String json) {
        Page page = visitor.send("POST", address, "application/json", json.replace('\'', '"'), "X-CSRF-Token", visitor.get("/profile/activity").csrf());
        Contract.check("POST", address, page);
        return page;
    }

    /** The text of a new token with that scope, good for a week. */
    String minted(String scope) {
        Page page = post("/api/me/tokens", "{'name':'minted','scopes':['" + scope + "'],'days':7}");
        assertEquals(200, page.status(), page::text);
        return Program.data(page).get("token").textValue();
    }
}
