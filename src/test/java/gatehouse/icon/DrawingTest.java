package gatehouse.icon;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import gatehouse.web.Refusal;

class DrawingTest {

    private static final String HEAD = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 8 8\"";

    private static String drawn(String inside) {
        return new String(Icon.of((HEAD + ">" + inside + "</svg>").getBytes(UTF_8)).content(), UTF_8);
    }

    private static String refused(byte[] sent) {
        Refusal refused = assertThrows(Refusal.class, () -> Icon.of(sent));
        return refused.status() + " " + refused.key().replace("provider.icon.", "");
    }

    private static String refused(String whole) {
        return refused(whole.getBytes(UTF_8));
    }

    @ParameterizedTest
    @DisplayName("V-05 F-06 a drawing that could run, move, link or fetch something is refused")
    @ValueSource(strings = {"<script>alert(1)</script>", "<g onload=\"alert(1)\"/>", "<g ONLOAD='alert(1)'/>", "<foreignObject><b/></foreignObject>", "<use href='data:image/svg+xml,x#a'/>",
        "<use xlink:href='http://canary.test/a.svg#a'/>", "<image href='http://canary.test/a.png'/>", "<style>@import url(http://canary.test/a.css);</style>",
        "<style>rect{fill:url(http://canary.test/a#b)}</style>", "<style>r{fill:u\\72l(//canary.test)}</style>", "<style>@im<!-- -->port 'x'</style>",
        "<style>a{background:image-set<!-- -->('x' 1x)}</style>", "<style>a{x:url<g/>(x)}</style>", "<style>*{mask:url(#m)}</style>", "<g style='background:url(x)'/>", "<g fill='url(http://canary.test/a#b)'/>",
        "<a xlink:href='javascript:alert(1)'><rect/></a>", "<rect xlink:href='javascript:alert(1)'/>", "<set attributeName='href' to='javascript:alert(1)'/>",
        "<animate attributeName='x'/>", "<pattern id='p'/>", "<iframe/>", "<linearGradient href='../x#y'/>"})
    void what_runs_or_fetches_is_refused(String inside) {
        assertTrue(refused(HEAD + ">" + inside + "</svg>").startsWith("422"), inside);
    }

    @Test
    @DisplayName("V-05 G-03 a DOCTYPE, an entity and another coding than UTF-8 are refused")
    void document_types_are_refused() {
        assertEquals("422 doctype", refused("<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]>" + HEAD + "><text>&b;</text></svg>"));
        assertEquals("422 doctype", refused("<!DOCTYPE svg SYSTEM 'http://canary.test/x.dtd'>" + HEAD + "/>"));
        assertEquals("422 utf8", refused((HEAD + "/>").getBytes(UTF_16)));
        assertEquals("422 malformed", refused(HEAD + "><g></svg>"));
        assertEquals("422 malformed", refused(HEAD + "><text>&b;</text></svg>"));
    }

    @Test
    @DisplayName("V-05 what editors leave is dropped, style sheets of others too, and the picture stays")
    void what_editors_leave_is_dropped() {
        String drawing = new String(Icon.of(("\uFEFF<?xml version='1.0'?><?xml-stylesheet href='http://canary.test/x.css'?><!-- made by hand -->" + HEAD
                + " xmlns:i='http://www.inkscape.org/' id='Layer_1' i:version='1'><metadata><x xmlns='urn:x'/></metadata><i:view i:a='b'><path d='M9 9'/></i:view>"
                + "<title>A &amp; B</title><style>.a{fill:#123;stroke:url(#g)}/* note */</style><path class='a' d='M1 2L3 4' data-name='x' filter='url(#f)'/></svg>").getBytes(UTF_8)).content(), UTF_8);
        assertEquals("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><title>A &amp; B</title><style>.a{fill:#123;stroke:url(#g)} </style>"
                + "<path class=\"a\" d=\"M1 2L3 4\"></path></svg>", drawing);
    }

    @Test
    void references_within_the_drawing_stay() {
        String drawing = drawn("<defs><linearGradient id='g'><stop offset='0' stop-color='#fff'/></linearGradient><rect id='r' width='2' height='2'/></defs>"
                + "<clipPath id='c'><use xlink:href='#r'/></clipPath><use href='#r' xlink:href='#r' fill='url(#g)' style='clip-path:url(#c)'/>");
        assertTrue(drawing.contains("<use href=\"#r\" fill=\"url(#g)\" style=\"clip-path:url(#c)\">"), drawing);
    }

    @Test
    void what_is_written_is_escaped() {
        String drawing = drawn("<text font-family='&quot;&gt;'>&lt;script&gt;<![CDATA[<script>]]></text>");
        assertFalse(drawing.contains("<script"), drawing);
        assertTrue(drawing.contains("font-family=\"&quot;&gt;\""), drawing);
    }

    @Test
    @DisplayName("G-03 bombs of nesting, length and repetition are refused at once")
    void bombs_are_refused() {
        assertTimeout(Duration.ofSeconds(5), () -> {
            assertEquals("413 too-large", refused(HEAD + ">" + "<g>".repeat(100_000)));
            assertEquals("422 deep", refused(HEAD + ">" + "<g>".repeat(10_000) + "</g>".repeat(3_000)));
            assertEquals("413 too-large", refused(HEAD + "><path d='" + "M1 1".repeat(2_500_000) + "'/></svg>"));
            assertEquals("422 long", refused(HEAD + "><path d='" + "M1 1".repeat(20_000) + "'/></svg>"));
        });
        StringBuilder laughs = new StringBuilder("<rect id='a0'/>");
        for (int i = 1; i < 12; i++) laughs.append("<g id='a").append(i).append("'>").append(("<use href='#a" + (i - 1) + "'/>").repeat(10)).append("</g>");
        assertEquals("422 endless", refused(HEAD + ">" + laughs + "</svg>"));
        assertEquals("422 endless", refused(HEAD + "><g id='a'><use href='#a'/></g></svg>"));
    }
}
