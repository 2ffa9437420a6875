package gatehouse.exchange;

import java.time.Duration;

/** One step of a trip ({@code issuer}, {@code discovery}, {@code token}, {@code id-token} {@code user-info} or {@code extra}) and how it went. */
public record Step(String name, Duration took, boolean good) {
}
