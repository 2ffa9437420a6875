package gatehouse.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless browser with a profile of its own; close it. */
public final class Chromium implements AutoCloseable {

    // Selenium warns twice of each newer browser for want of a DevTools package that nothing here uses.
    private static final List<Logger> QUIET = Stream.of("org.openqa.selenium.devtools.CdpVersionFinder", "org.openqa.selenium.chromium.ChromiumDriver")
            .map(Logger::getLogger).peek(logger -> logger.setLevel(Level.SEVERE)).toList();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path profile;
    private final ChromeDriver driver;
    private Look worn;

    private Chromium(Look look) throws IOException {
        profile = Files.createTempDirectory("gatehouse-chromium");
        driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(new File(new Tool("chromedriver").path())).usingAnyFreePort().build(), options(look));
        driver.manage().timeouts().implicitlyWait(PATIENCE);
        wear(look);
    }

    public static Chromium open(Look look) {
        try {
            return new Chromium(look);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Chromium open() {
        return open(Look.ORDINARY);
    }

    private ChromeOptions options(Look look) {
        LoggingPreferences console = new LoggingPreferences();
        console.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions().setBinary(new Tool("chromium").path())
                .addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars",
                        "--user-data-dir=" + profile, "--lang=" + look.language(), "--window-size=" + look.width() + "," + look.height())
                .setExperimentalOption("prefs", Map.of("intl.accept_languages", look.language()));
        options.setCapability(ChromeOptions.LOGGING_PREFS, console);
        return options;
    }

    /** Changes scheme, window and script at once, without a new profile; the language stays as it was opened. */
    public Chromium wear(Look look) {
        if (worn == null || worn.dark() != look.dark())
            driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", look.dark() ? "dark" : "light"))));
        if (worn == null || worn.width() != look.width() || worn.height() != look.height())
            driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", look.width(), "height", look.height(), "deviceScaleFactor", 1, "mobile", false));
        if (worn == null || worn.script() != look.script()) driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !look.script()));
        worn = look;
        return this;
    }

    /** Selenium's own, for what this class does not say. */
    public ChromeDriver driver() {
        return driver;
    }

    public Chromium open(Object address) {
        driver.get(address.toString());
        return this;
    }

    public WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** Presses the button or link with exactly that text, and waits for the page it leads to. */
    public void press(String text) {
        leave(driver.findElement(By.xpath("//*[self::button or self::a][not(@aria-hidden)][normalize-space()='" + text + "']"))::click);
    }

    /** Presses what the CSS query finds, and waits for the page it leads to. */
    public void pressAt(String css) {
        leave(find(css)::click);
    }

    /** Does what leads on to another page, and waits until this one is left. */
    public void leave(Runnable way) {
        WebElement page = find("html");
        way.run();
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(20)).until(any -> gone(page));
    }

    /** Chromium has several words for an element of a page that was left. */
    private static boolean gone(WebElement page) {
        try {
            page.isEnabled();
            return false;
        } catch (WebDriverException left) {
            return true;
        }
    }

    /** Replaces what stands in the field of that name. */
    public Chromium type(String name, String value) {
        WebElement field = driver.findElement(By.name(name));
        field.clear();
        field.sendKeys(value);
        return this;
    }

    public String h1() {
        return find("h1").getText();
    }

    public String address() {
        return driver.getCurrentUrl();
    }

    /** What the console was told since it was last asked, but that a page itself came with a status of 400 or more: scripts that fail, policies broken. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue()).map(LogEntry::getMessage)
                .filter(message -> !message.contains("Failed to load resource: the server responded with a status of 4")).toList();
    }

    /** Whether something stands out to the right of the window, or is cut off by the card it lies in. */
    public boolean overflows() {
        return (Boolean) driver.executeScript("""
                const cut = card => [...card.querySelectorAll('table, form, p, h2')].some(part => part.getBoundingClientRect().right > card.getBoundingClientRect().right + 1);
                return document.documentElement.scrollWidth > document.documentElement.clientWidth || [...document.querySelectorAll('.flush')].some(cut)""");
    }

    /** Saves the whole page as PNG, in that look. */
    public void picture(Path png, Look look) {
        wear(look);
        wear(look.high(((Number) driver.executeScript("return document.documentElement.scrollHeight")).intValue()));
        screenshot(png);
        wear(look);
    }

    /** Saves what the window shows as PNG. */
    public void screenshot(Path png) {
        try {
            Files.createDirectories(png.toAbsolutePath().getParent());
            Files.write(png, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException stillWriting) {
            profile.toFile().deleteOnExit();
        }
    }
}
