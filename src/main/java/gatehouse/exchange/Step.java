package gatehouse.exchange;

import java.time.Duration;
import java.util.List;

import gatehouse.tape.Call;

/**
 * One step of a trip ({@code departure}, {@code issuer}, {@code discovery}, {@code token}, {@code id-token}, {@code user-info} or
 * {@code extra}) and how it went.
 *
 * @param calls what was said and heard, for a trial only
 */
public record Step(String name, Duration took, boolean good, List<Call> calls) {
}
