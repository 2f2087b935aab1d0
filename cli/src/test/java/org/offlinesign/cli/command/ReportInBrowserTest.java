package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.testing.Peers;

/**
 * Opens the page of {@code report} in a browser without a window. What it looks like is left in
 * {@code target/screenshots} for somebody to look at.
 */
class ReportInBrowserTest {
  private static final Path PICTURES = Path.of("target/screenshots");

  /** WCAG 2.2 asks for it where words are read. */
  private static final double LEAST_CONTRAST = 4.5;

  private static final Pattern SIGNER =
      Pattern.compile("\\sRRSIG\\s+(?:DNSKEY|SOA)\\s+(?:\\d+\\s+){5}(\\d+)");

  private static final String CUT_WORDS =
      """
      [...document.querySelectorAll('svg text')].filter(word => {
        const box = word.getBoundingClientRect();
        const edge = word.ownerSVGElement.getBoundingClientRect();
        return box.width > 0 && (box.left < edge.left - 1 || box.right > edge.right + 1
            || box.top < edge.top - 1 || box.bottom > edge.bottom + 1);
      }).map(word => word.textContent)
      """;

  private static final String CONTRAST =
      """
      selector => {
        const light = colour => {
          const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
              .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
          return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
        };
        const style = getComputedStyle(document.querySelector(selector));
        const both = [light(style.color), light(style.backgroundColor)].sort((a, b) => b - a);
        return (both[0] + 0.05) / (both[1] + 0.05);
      }
      """;

  @TempDir private static Path folder;
  private static List<String> tags;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void writeAPageAndStartABrowser() throws Exception {
    Path chromium = Peers.require("chromium").executable();
    ZoneOwner owner = new ZoneOwner(folder);
    owner.sign();
    String[] line = {"report", "--zone", "example", "--parent-ds", "dsset-example", "--html"};
    assertThat(owner.run(ZoneOwner.line(line, "page.html", "db.signed")).exitCode())
        .isEqualTo(ExitCode.DONE);
    tags =
        SIGNER
            .matcher(owner.signedText())
            .results()
            .map(match -> match.group(1))
            .distinct()
            .toList();
    assertThat(tags).hasSize(2);
    Files.createDirectories(PICTURES);
    Map<String, String> variables = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(variables));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(List.of("--no-sandbox")));
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
    }
  }

  private static Page open(int width, ColorScheme scheme, List<String> complaints) {
    Page page =
        browser.newPage(
            new Browser.NewPageOptions().setViewportSize(width, 900).setColorScheme(scheme));
    page.onConsoleMessage(message -> complaints.add("console: " + message.text()));
    page.onPageError(complaints::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) {
            complaints.add("asked for " + request.url());
          }
        });
    page.navigate(folder.resolve("page.html").toUri().toString());
    return page;
  }

  @ParameterizedTest
  @CsvSource({"1200, LIGHT", "1200, DARK", "360, LIGHT", "360, DARK"})
  void thePicturesAreReadableOnAnyScreen(int width, ColorScheme scheme) {
    List<String> complaints = new ArrayList<>();
    try (Page page = open(width, scheme, complaints)) {
      String shown = page.locator("#chain-diagram").textContent();
      assertThat(tags).allSatisfy(tag -> assertThat(shown).contains(tag));
      assertThat(page.locator("#chain-diagram").boundingBox().width).isBetween(200.0, width * 1.0);
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .as("nothing is beyond the edge")
          .isLessThanOrEqualTo(width);
      assertThat((List<?>) page.evaluate(CUT_WORDS)).as("words that are cut").isEmpty();
      assertThat(((Number) page.evaluate(CONTRAST, "body")).doubleValue())
          .isGreaterThan(LEAST_CONTRAST);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(PICTURES.resolve("report-" + width + "-" + scheme + ".png")));
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void thePageIsPrintedOnWhitePaper() {
    List<String> complaints = new ArrayList<>();
    try (Page page = open(1200, ColorScheme.DARK, complaints)) {
      byte[] paper = page.pdf(new Page.PdfOptions().setFormat("A4"));
      assertThat(new String(paper, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
          .isIn("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)");
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("paper.png")));
    }
    assertThat(complaints).isEmpty();
  }
}
