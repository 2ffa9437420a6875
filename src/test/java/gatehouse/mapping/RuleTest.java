package gatehouse.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import gatehouse.web.Refusal;

class RuleTest {

    private static final String ANSWER = """
            {"name":"root name","user":{"email":"u@x.test"},"emails":[{"value":"first@x.test"},{"value":"second@x.test"}],
             "user-name":"hyphen","user.name":"dot","first name":"blank","data":{"user-info":{"email":"d@x.test"},"name":"data name"},
             "users":[{"name":" "},{"name":null},{"other":1},{"name":"third"}],"list":[{"x":"0.x"}],"a.b":"literal dot","a":{"b":"nested","0":"zero","x/y":{"m~n":"escaped"}},
             "a'b":"quote","__proto__":"proto","$ref":"ref","\uD83D\uDE00":"emoji","a\\\\b":"backslash","a,b":"comma","['x']":"brackets","*":"star",
             "big":9007199254740993,"dec":1.50,"exp":1e3,"yes":true,"empty":"","nul":null,"objects":[{"a":1}],"none":[]}""";

    @ParameterizedTest
    @DisplayName("Seed 003: each form of its syntax table is understood")
    @CsvSource({"$.name,root name", "$.user.email,u@x.test", "$.emails[0].value,first@x.test", "$['user-name'],hyphen", "$.users[*].name,third",
            "$['user.name'],dot", "$['first name'],blank", "$.data['user-info'].email,d@x.test", "$.emails[1].value,second@x.test"})
    void the_seeds_syntax_table_is_understood(String rule, String value) {
        assertEquals(value, hit(rule).text());
        assertEquals(Notation.JSON_PATH, Rule.of(rule).notation());
    }

    @ParameterizedTest
    @CsvSource({"/name,root name,JSON_POINTER", "/emails/0/value,first@x.test,JSON_POINTER", "/a/0,zero,JSON_POINTER", "/a/x~1y/m~0n,escaped,JSON_POINTER",
            "/user-name,hyphen,JSON_POINTER", "/a.b,literal dot,JSON_POINTER", "/first name,blank,JSON_POINTER", "name,root name,DOTTED", "data.user-info.email,d@x.test,DOTTED",
            "a.b,nested,DOTTED", "emails.1.value,second@x.test,DOTTED", "a.0,zero,DOTTED"})
    void pointers_and_dotted_paths_are_understood_too(String rule, String value, Notation notation) {
        assertEquals(value, hit(rule).text());
        assertEquals(notation, Rule.of(rule).notation());
    }

    @ParameterizedTest
    @DisplayName("U-13 hostile names match literally")
    @CsvSource(quoteCharacter = '`', value = {"$['a.b'],literal dot", "$['a\\'b'],quote", "$[\"a'b\"],quote", "$.__proto__,proto", "$['__proto__'],proto", "$['$ref'],ref", "$.$ref,ref",
            "$['😀'],emoji", "$.😀,emoji", "$['a\\\\b'],backslash", "`$['a,b'],comma`,x", "$['*'],star", "$['[\\'x\\']'],brackets", "/$ref,ref", "😀,emoji", "/a'b,quote"})
    void hostile_names_match_literally(String rule, String value) {
        String[] pair = value.equals("x") ? rule.split("(?<=]),") : new String[] {rule, value};
        assertEquals(pair[1], hit(pair[0]).text());
    }

    static Stream<String> hostile() {
        return Stream.of("", " ", "$", "/", "$.", ".", "$..*", "$..*..*..*", "$..name", "$.*", "$.a[?(@.b=~/(a*)*\\1b/)]", "$[-2147483648:2147483647]", "$[0:1]", "$[-1]",
                "$.length()", "$.a.length()", "$['a','b']", "$[0,1]", "$[1000]", "$[00]", "(".repeat(200), "(".repeat(5000), "!".repeat(200), "!".repeat(20000), ".a".repeat(500_000),
                "$" + ".a".repeat(500_000), "$" + ".a".repeat(17), "/a".repeat(17), "a" + ".a".repeat(16), "$[*][*][*]", "$[?(@.a==1)][?(@.b==1)]", "$[?(@.id in $..id)]",
                "$[?(@.a)]", "$[?(@.a>1)]", "$[?(@.a==1 || @.b==1)]", "$[?(@.a==$.b)]", "$[?(@.a==/x/)]", "$[?(@.a==1e9)]", "$[?(!@.a==1)]", "$[?(@.a.b==1)]", "$[?((@.a==1))]",
                "$[?(@.a=='x)]", "$['a", "$['a'", "$['']", "$['\\x']", "$[\"a\\u0041\"]", "$['a\nb']", "$.a b", "a b", "a..b", "a.", "$a", "@.a", "/a//b", "/~2", "/~", "a[0]", "$.a\0", "$[ 0 ]", "$[?]", "$[(@.length-1)]", "$.sum(@.a)");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    @DisplayName("U-11 a rule outside the bounded grammar is refused with its position, before Jayway sees it")
    void a_rule_outside_the_grammar_is_refused(String rule) {
        Refusal refusal = assertThrows(Refusal.class, () -> Rule.of(rule));
        assertEquals(422, refusal.status());
        assertTrue((Integer) refusal.arguments()[0] > 0);
        assertThrows(Refusal.class, () -> Rules.of(rule));
    }

    @ParameterizedTest
    @DisplayName("U-11 rules inside the grammar are accepted")
    @ValueSource(strings = {"$.data.name", "$['a.b']", "$.list[0].x", "name", "/data/name", "$.users[*].roles[*].name", "$[999]", " $.name ",
            "$[?(@.primary==true && @.verified==true)].email", "$.a[?(@['b c']==\"x'y\")].d", "$.a[?(@.n==-17&&@.m==null)].d"})
    void a_rule_inside_the_grammar_is_accepted(String rule) {
        assertEquals(rule.strip(), Rule.of(rule).text());
    }

    @Test
    void a_refusal_names_the_character() {
        assertEquals(3, assertThrows(Refusal.class, () -> Rule.of("$..a")).arguments()[0]);
        assertEquals(9, assertThrows(Refusal.class, () -> Rule.of("$.length()")).arguments()[0]);
        assertEquals(4, assertThrows(Refusal.class, () -> Rule.of("/a/~2")).arguments()[0]);
        assertEquals(2, assertThrows(Refusal.class, () -> Rule.of("a b")).arguments()[0]);
    }

    @ParameterizedTest
    @CsvSource({"$.big,9007199254740993", "$.dec,1.50", "$.exp,1000", "$.yes,true"})
    void numbers_keep_their_digits_and_have_no_exponent(String rule, String value) {
        assertEquals(value, hit(rule).text());
    }

    @ParameterizedTest
    @CsvSource({"$.data.user.email,stopped,$.data", "$.data['user-info'].mail,stopped,$.data['user-info']", "$.nothing,stopped,$", "$.name.first,stopped,$.name", "$.emails[2].value,stopped,$.emails",
            "/data/user/email,stopped,/data", "/nothing,stopped,$", "data.user.email,stopped,data", "/emails/2/value,stopped,/emails", "/emails/00,stopped,/emails",
            "$.nothing[*].name,stopped,$", "$.users[*].nothing,stopped,$.users[*]", "$.emails[?(@.value=='x')].value,stopped,$.emails", "$.nul.x,stopped,$.nul",
            "$.empty,blank,", "$.nul,blank,", "$.none,blank,", "$.user,object,", "$.objects,list,", "$.objects[*],list,", "$.Name,stopped,$"})
    void a_miss_tells_where_the_path_stopped(String rule, String why, String at) {
        Miss miss = assertInstanceOf(Miss.class, find(rule), rule);
        assertEquals("provider.rule." + why, miss.why().key());
        assertEquals(rule, miss.why().arguments()[0]);
        if (at != null) assertEquals(at, miss.why().arguments()[1]);
    }

    @Test
    void a_filter_compares_values_not_texts() {
        String emails = "{\"e\":[{\"v\":\"true\",\"m\":\"text\"},{\"v\":1,\"m\":\"one\"},{\"m\":\"none\"},{\"v\":true,\"m\":\"real\"}]}";
        assertEquals("real", ((Hit) Rule.of("$.e[?(@.v==true)].m").find(Answers.read(emails))).text());
        assertEquals("text", ((Hit) Rule.of("$.e[?(@.v=='true')].m").find(Answers.read(emails))).text());
        String quotes = "{\"e\":[{\"a'b\":\"x'y\\\\\",\"m\":\"found\"}]}";
        assertEquals("found", ((Hit) Rule.of("$.e[?(@['a\\'b']=='x\\'y\\\\')].m").find(Answers.read(quotes))).text());
    }

    @Test
    void the_first_of_a_list_says_so() {
        assertTrue(hit("$.users[*].name").firstOfList());
        assertTrue(!hit("$.name").firstOfList());
        assertTrue(((Hit) Rule.of("$.l").find(Answers.read("{\"l\":[null,\"\",\"x\"]}"))).firstOfList());
    }

    @ParameterizedTest
    @DisplayName("U-02 a number that would fill the memory is no text")
    @ValueSource(strings = {"1e1000000000", "1e400", "-1e-1000000000"})
    void a_monstrous_number_is_no_text(String number) {
        Miss miss = (Miss) Rule.of("$.n").find(Answers.read("{\"n\":" + number + "}"));
        assertEquals("provider.rule.no-text", miss.why().key());
    }

    private static Hit hit(String rule) {
        return assertInstanceOf(Hit.class, find(rule), rule);
    }

    private static Finding find(String rule) {
        return Rule.of(rule).find(Answers.read(ANSWER));
    }
}
