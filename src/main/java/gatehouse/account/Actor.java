package gatehouse.account;

/** Who did something to an account: its own person, or an administrator. */
public record Actor(long id, String username) {
}
