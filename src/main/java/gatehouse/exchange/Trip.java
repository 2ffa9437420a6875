package gatehouse.exchange;

import java.time.Clock;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gatehouse.attempt.Departure;
import gatehouse.connection.Connection;
import gatehouse.connection.Endpoints;
import gatehouse.connection.ExtraCall;
import gatehouse.connection.Protocol;
import gatehouse.egress.Deadline;
import gatehouse.exchange.ExchangeFailed.Reason;
import gatehouse.tape.Tape;

/** One trip under way: code, token, id_token, user info, all before one deadline. */
final class Trip {

    final Steps steps;
    private final Tools tools;
    private final Connection connection;
    private final Departure departure;
    private final Deadline deadline;
    private final Consumer<String> learnt;

    /** What every trip shares. */
    record Tools(Wire wire, Discovery discovery, IdTokens idTokens, UserInfo userInfo) {

        /** With empty shelves: whoever uses them sees what is published now. */
        static Tools fresh(Wire way, Clock clock) {
            return new Tools(way, new Discovery(way, clock), new IdTokens(new Keys(way, clock), clock), new UserInfo(way));
        }
    }

    Trip(Tools tools, Connection connection, Departure departure) {
        this(tools, connection, departure, new Steps(), token -> { });
    }

    /** A trial: what is said is kept. */
    Trip(Tools tools, Connection connection, Departure departure, Tape tape) {
        this(tools, connection, departure, new Steps(tape::taken), tape::learn);
    }

    private Trip(Tools tools, Connection connection, Departure departure, Steps steps, Consumer<String> learnt) {
        this.steps = steps;
        this.learnt = learnt;
        this.tools = tools;
        this.connection = connection;
        this.departure = departure;
        this.deadline = Deadline.in(connection.deadline());
    }

    /** Where this connection leads: the addresses typed in, and for OIDC the published ones where none was. */
    Endpoints endpoints() {
        return connection.protocol() == Protocol.OAUTH2 ? connection.endpoints() : endpoints(metadata());
    }

    Arrival arrive(Callback callback) {
        return connection.protocol() == Protocol.OAUTH2 ? plain(callback) : verified(callback);
    }

    private Arrival plain(Callback callback) {
        Introduction person = new Introduction(connection, callback.code(), token(connection.endpoints(), callback));
        return new Arrival("", more(person, connection.origin().pinned() ? vouched(person) : told(person)), steps.all());
    }

    /** What is said of the person, by nobody but the provider; of the right organization, where one is kept. */
    private ObjectNode told(Introduction person) {
        String organization = connection.origin().organization();
        ObjectNode profile = steps.take("user-info", () -> tools.userInfo().of(person, connection.endpoints().userInfo(), deadline));
        boolean other = !organization.isEmpty() && !organization.equals(profile.path("owner").textValue());
        if (other) throw new ExchangeFailed(Reason.USER_INFO, "owner");
        return profile;
    }

    /** What the access token's signature vouches for, and what is said beside of the same person. */
    private ObjectNode vouched(Introduction person) {
        ObjectNode claims = steps.take("id-token", () -> tools.idTokens().verified(person.token().accessToken(), connection));
        ObjectNode answer = steps.take("user-info", () -> tools.userInfo()
                .of(claims.path("sub").textValue(), person, connection.endpoints().userInfo(), deadline));
        return Profile.of(claims, answer);
    }

    private Arrival verified(Callback callback) {
        Metadata metadata = steps.take("discovery", () -> promised(metadata(), callback));
        Endpoints endpoints = endpoints(metadata);
        TokenReply token = token(endpoints, callback);
        ObjectNode claims = steps.take("id-token", () -> tools.idTokens()
                .verified(token.idToken(), token.accessToken(), connection, metadata, departure, deadline));
        Introduction person = new Introduction(connection, callback.code(), token);
        if (endpoints.userInfo().isEmpty()) return new Arrival(metadata.issuer(), more(person, claims), steps.all());
        ObjectNode answer = steps.take("user-info", () -> tools.userInfo()
                .of(claims.path("sub").textValue(), person, endpoints.userInfo(), deadline));
        return new Arrival(metadata.issuer(), more(person, Profile.of(claims, answer)), steps.all());
    }

    /** The answers of the dialect's other calls, each as the member it is for; who says that it is not required may fail, but not linger. */
    private ObjectNode more(Introduction person, ObjectNode profile) {
        for (ExtraCall call : connection.dialect().calls()) {
            profile.remove(call.member());
            try {
                profile.set(call.member(), steps.take("extra", () -> tools.userInfo().more(call, person, profile, deadline)));
            } catch (ExchangeFailed failed) {
                if (call.required() || failed.reason() == Reason.TOO_SLOW) throw failed;
            }
        }
        return profile;
    }

    private TokenReply token(Endpoints endpoints, Callback callback) {
        ScribeWire wire = new ScribeWire(tools.wire(), deadline);
        return steps.take("token", () -> known(TokenReply.read(
                new ProviderCalls(connection, endpoints, departure, wire).token(callback.code()), connection.protocol(), connection.dialect())));
    }

    private TokenReply known(TokenReply reply) {
        learnt.accept(reply.accessToken());
        learnt.accept(reply.idToken());
        return reply;
    }

    private Metadata metadata() {
        Metadata metadata = tools.discovery().of(connection.issuer(), deadline);
        metadata.suits(connection);
        return metadata;
    }

    private static Metadata promised(Metadata metadata, Callback callback) {
        boolean missing = metadata.promisesIssuer() && callback.issuer().isEmpty();
        if (missing) throw new ExchangeFailed(Reason.WRONG_ISSUER, "missing");
        return metadata;
    }

    private Endpoints endpoints(Metadata metadata) {
        Endpoints typed = connection.endpoints();
        Endpoints published = metadata.endpoints();
        return new Endpoints(or(typed.authorize(), published.authorize()), or(typed.token(), published.token()),
                or(typed.userInfo(), published.userInfo()));
    }

    private static String or(String typed, String published) {
        return typed.isEmpty() ? published : typed;
    }
}
