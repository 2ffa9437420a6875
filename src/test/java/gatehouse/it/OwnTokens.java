package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/** What a person does with access tokens on the profile. */
public final class OwnTokens {

    private OwnTokens() {
    }

    /** Types a new token and presses the button. @param until a day, where the days are «date» */
    static Page typed(Visitor visitor, String name, String days, String until, String... scopes) {
        Form form = visitor.get("/profile").formTo("/profile/tokens").without("tokenScopes").with("tokenName", name, "tokenDays", days, "tokenUntil", until);
        for (String scope : scopes) form = form.adding("tokenScopes", scope);
        return visitor.submit(form);
    }

    /** The text of a new token that is good for a week. */
    public static String minted(Visitor visitor, String name, String... scopes) {
        Page page = typed(visitor, name, "7", "", scopes);
        assertEquals(200, page.status(), page::text);
        return page.html().selectFirst("input#minted").val();
    }

    static List<String> listed(Visitor visitor) {
        return visitor.get("/profile").html().select("section[aria-labelledby=tokens] tbody th[scope=row]").eachText();
    }

    static Form end(Visitor visitor, String name) {
        return visitor.get("/profile").form("tr:has(th:containsOwn(" + name + ")) form[action$=/revoke]");
    }
}
