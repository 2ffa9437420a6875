package gatehouse.mapping;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.cache.CacheProvider;
import com.jayway.jsonpath.spi.cache.NOOPCache;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;

import gatehouse.web.Refusal;

/** JSONPath as Jayway reads it, after our own parser has let it pass; every beginning of it is compiled too. */
final class JsonPathWay implements Way {

    private static final Configuration JAYWAY = jayway();
    private final List<Segment> segments;
    private final List<JsonPath> beginnings;

    JsonPathWay(List<Segment> segments) {
        this.segments = segments;
        this.beginnings = compiled(segments);
    }

    /** Without its process-wide cache of 400 paths, and without options: those hide what is missing. */
    private static Configuration jayway() {
        CacheProvider.setCache(new NOOPCache());
        JsonMapper mapper = new JsonMapper();
        return Configuration.builder().jsonProvider(new JacksonJsonNodeJsonProvider(mapper))
                .mappingProvider(new JacksonMappingProvider(mapper)).build();
    }

    private static List<JsonPath> compiled(List<Segment> segments) {
        List<JsonPath> beginnings = new ArrayList<>();
        StringBuilder path = new StringBuilder("$");
        for (Segment segment : segments) {
            path.append(segment.strict());
            beginnings.add(JsonPath.compile(path.toString()));
        }
        return beginnings;
    }

    @Override
    public int steps() {
        return segments.size();
    }

    @Override
    public JsonNode follow(JsonNode answer, int steps) {
        if (steps == 0) return answer;
        try {
            JsonNode found = beginnings.get(steps - 1).read(answer, JAYWAY);
            return found.isNull() && beyond(answer, steps) ? MissingNode.getInstance() : found;
        } catch (PathNotFoundException nothing) {
            return MissingNode.getInstance();
        } catch (StackOverflowError tooDeep) {
            throw Refusal.invalid("provider.rule.too-deep", 1);
        }
    }

    /** Jayway answers null, not nothing, for an index behind the end of a list. */
    private boolean beyond(JsonNode answer, int steps) {
        return segments.get(steps - 1) instanceof Segment.Index last && !follow(answer, steps - 1).has(last.index());
    }

    @Override
    public String shown(int steps) {
        StringBuilder path = new StringBuilder("$");
        segments.subList(0, steps).forEach(segment -> path.append(segment.shown()));
        return path.toString();
    }

    @Override
    public boolean list(int steps) {
        return segments.subList(0, steps).stream().anyMatch(segment -> segment instanceof Segment.All || segment instanceof Segment.Where);
    }

    @Override
    public String lastName() {
        return segments.get(steps() - 1) instanceof Segment.Name last ? last.name() : "";
    }

    @Override
    public boolean demandsVerified() {
        return segments.stream().anyMatch(segment -> segment instanceof Segment.Where where && where.demands("verified"));
    }
}
