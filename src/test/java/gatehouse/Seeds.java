package gatehouse;

/** What the seeds write, letter for letter. */
public final class Seeds {

    /** Seed 003, example 1. */
    public static final String SIMPLE = """
            {
            "username": "john_doe",
            "email": "john@example.com",
            "id": 12345
            }""";
    public static final String SIMPLE_RULES = """
            {
            "name": "$.username",
            "email": "$.email"
            }""";
    /** Seed 003, example 2; it has no subject. */
    public static final String NESTED = """
            {
            "user_info": {
            "display_name": "John Doe",
            "contact": {
            "email": "john@example.com"
            }
            }
            }""";
    public static final String NESTED_RULES = """
            {
            "name": "$.user_info.display_name",
            "email": "$.user_info.contact.email"
            }""";
    /** The sample answer of seed 004. */
    public static final String PERSON = """
            {
            "name": "admin",
            "preferred_username": "Admin",
            "email": "admin@example.com",
            "picture": "https://casbin.org/img/casbin.svg",
            "phone": "+1234567890"
            }""";

    private Seeds() {
    }
}
