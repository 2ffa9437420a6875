package gatehouse.it;

/** The JSON API of the administration: an administrator's program, and a browser for what no token may do. JSON is typed with ' for ". */
record AdminApi(Program program, Visitor browser) {

    static AdminApi of(Stage stage) {
        return new AdminApi(Program.admin(), stage.admin().visitor());
    }

    Page get(String address) {
        return program.get("/api/admin/" + address);
    }

    Page post(String address, String json) {
        return program.post("/api/admin/" + address, json.replace('\'', '"'));
    }

    Page byBrowser(String address) {
        return browser.send("POST", "/api/admin/" + address, "application/json", "{}", "X-CSRF-Token", browser.get("/profile").csrf());
    }
}
