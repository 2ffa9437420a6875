package gatehouse.it.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A provider of ours on loopback that agrees to everything at once, is strict where RFC 6749 and 7636 are, and does what a test tells it.
 * Codes are used once, for the same redirect address and by the same client; PKCE and client authentication are checked to the letter.
 */
public final class FakeProvider implements AutoCloseable {

    private final Desk desk = new Desk(this::answer);
    private final Map<String, Function<Received, Answer>> told = new ConcurrentHashMap<>();
    private final Map<String, List<Answer>> toldOnce = new ConcurrentHashMap<>();
    private final SigningKeys keys = new SigningKeys();
    private final Offices offices;
    private final String host;

    private FakeProvider(String host, boolean oidc) {
        this.host = host;
        this.offices = new Offices(address(), oidc, keys);
    }

    /** OIDC with discovery, id_token and key set; host is localhost or 127.0.0.1. */
    public static FakeProvider oidc(String host) {
        return new FakeProvider(host, true);
    }

    /** Plain OAuth 2.0: no discovery, no id_token, whatever the scope. */
    public static FakeProvider oauth(String host) {
        return new FakeProvider(host, false);
    }

    public boolean oidc() {
        return offices.oidc;
    }

    /** Base address and issuer, without a slash at its end. */
    public String address() {
        return "http://" + host + ":" + desk.port();
    }

    public String at(String path) {
        return address() + path;
    }

    public String clientId() {
        return offices.client.id();
    }

    public String clientSecret() {
        return offices.client.secret();
    }

    public FakeProvider client(String id, String secret) {
        offices.client = new Client(id, secret);
        return this;
    }

    /** Who is sitting before every browser that comes from now on. */
    public FakeProvider person(Person person) {
        offices.person = person;
        return this;
    }

    /** Whether answers carry RFC 9207's `iss`, and discovery says so; on from the start for OIDC. */
    public FakeProvider namesItself(boolean iss) {
        offices.namesItself = iss;
        return this;
    }

    /** Sends every browser back with this error instead of a code; null agrees again. */
    public FakeProvider refuses(String error) {
        offices.refusal = error;
        return this;
    }

    /** Changes each id_token before it is signed and sent. */
    public FakeProvider idToken(UnaryOperator<IdToken> change) {
        offices.change = change;
        return this;
    }

    public SigningKeys keys() {
        return keys;
    }

    /** Answers a path (/token, /userinfo, /jwks, /authorize, /.well-known/openid-configuration) like this until {@link #reset}. */
    public FakeProvider tell(String path, Answer answer) {
        return tell(path, any -> answer);
    }

    /** As {@link #tell(String, Answer)}, with an answer for each request. */
    public FakeProvider tell(String path, Function<Received, Answer> answers) {
        told.put(path, answers);
        return this;
    }

    /** Answers the next request for a path like this. */
    public FakeProvider tellOnce(String path, Answer answer) {
        toldOnce.computeIfAbsent(path, any -> new CopyOnWriteArrayList<>()).add(answer);
        return this;
    }

    /** The honest discovery document, to be changed and told. */
    public Map<String, Object> discovery() {
        return new LinkedHashMap<>(offices.discovery());
    }

    /** What came to that path, oldest first. */
    public List<Received> received(String path) {
        return desk.received().stream().filter(request -> request.path().equals(path)).toList();
    }

    public List<Received> received() {
        return List.copyOf(desk.received());
    }

    /** Forgets what it was told and what it received; client, keys and person stay. */
    public FakeProvider reset() {
        told.clear();
        toldOnce.clear();
        desk.received().clear();
        return idToken(UnaryOperator.identity()).refuses(null);
    }

    private Answer answer(Received request) {
        List<Answer> once = toldOnce.getOrDefault(request.path(), List.of());
        if (!once.isEmpty()) return once.remove(0);
        return told.getOrDefault(request.path(), offices::answer).apply(request);
    }

    @Override
    public void close() {
        desk.close();
    }
}
