import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking", // else it keeps trying a network that a closed machine does not have
  "--disable-component-update",
  "--disable-sync",
];

/** The browser that came with the install, or the one CHROMIUM names. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM || (await sparticuz.executablePath());
  return chromium.launch({ executablePath, args }).catch((cause: Error) => {
    if (!/shared librar|libnss3/.test(cause.message)) throw cause;
    throw new Error("The browser needs libnss3: run `apt-get install libnss3`, or name another browser in CHROMIUM.", {
      cause,
    });
  });
}
