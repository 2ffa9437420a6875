package gatehouse.attempt;

/** An attempt that was taken: what it was for, and the secrets it travels with. */
public record Journey(Errand errand, Departure departure) {
}
