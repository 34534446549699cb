import { expect, test } from "vitest";
import { launchBrowser } from "./src/browser.ts";

test("the browser that journeys use starts, draws text and takes a picture", async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent("<h1>Linchpin</h1>");
    expect(await page.getByRole("heading", { name: "Linchpin" }).isVisible()).toBe(true);
    const words = await page.getByRole("heading").evaluate((heading) => {
      const range = heading.ownerDocument.createRange();
      range.selectNodeContents(heading);
      return range.getBoundingClientRect().width;
    });
    expect(words).toBeGreaterThan(50); // without a font every letter is empty
    expect((await page.screenshot()).length).toBeGreaterThan(1000);
  } finally {
    await browser.close();
  }
});
