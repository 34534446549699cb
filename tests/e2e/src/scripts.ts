import type { BrowserContext, Page } from "playwright-core";

/** What ran, or would have, since the watch began: a line each. */
export type Watch = { readonly ran: string[] };

/** Watches everything that a context opens: the call that payloads make, dialogs, new windows, and what the browser had to stop. */
export async function watchScripts(context: BrowserContext): Promise<Watch> {
  const ran: string[] = [];
  await context.exposeBinding("__ran", ({ frame }) => void ran.push(`a script ran on ${frame.url()}`));
  const watchPage = (page: Page) => {
    page.on("dialog", (dialog) => {
      ran.push(`a dialog on ${page.url()}`);
      void dialog.dismiss();
    });
    page.on("console", (message) => {
      if (/content.security.policy/i.test(message.text())) ran.push(`stopped on ${page.url()}: ${message.text()}`);
    });
  };
  context.pages().forEach(watchPage);
  context.on("page", watchPage);
  return { ran };
}

/** What of a text became part of the page itself: a handler, an address that runs, an element nobody here draws. */
export const madeFromText = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const ours = new Set(["/named-person/", "/manager/"]);
    return [...document.querySelectorAll("*")].flatMap((element) => {
      const attributes = [...element.attributes];
      const runs = attributes.some(
        ({ name, value }) =>
          /^on/i.test(name) || (/^(href|src|action|data)$/i.test(name) && /^\s*(java|vb)script:/i.test(value)),
      );
      const isForeign =
        /^(marquee|object|embed|base|math|foreignObject)$/i.test(element.tagName) ||
        (element.tagName === "SCRIPT" && ![...ours].some((at) => (element as HTMLScriptElement).src.includes(at)));
      return runs || isForeign ? [`${location.pathname}: ${element.outerHTML.slice(0, 120)}`] : [];
    });
  });

/** Which of some texts a page shows, as they are. */
export const shownOf = (page: Page, texts: readonly string[]): Promise<readonly number[]> =>
  page.evaluate((all) => {
    const plain = (text: string) => text.replace(/\s+/g, " ");
    const shown = plain(document.body.textContent ?? "");
    return all.flatMap((text, index) => (shown.includes(plain(text)) ? [index] : []));
  }, texts);

/** Asks the api from a page, as the page itself would, for whoever is signed in there. */
export async function ask<T>(page: Page, path: string, input: unknown): Promise<T> {
  const { status, said } = await page.evaluate(
    async ({ to, body }) => {
      const headers = { "content-type": "application/json" };
      const answer = await fetch(`/api/trpc/${to}`, { method: "POST", headers, body });
      return { status: answer.status, said: await answer.text() };
    },
    { to: path, body: JSON.stringify(input) },
  );
  if (status !== 200) throw new Error(`${path}: ${status} ${said}`);
  return (JSON.parse(said) as { result: { data: T } }).result.data;
}

/** Records a concern about a child in which every text is this one. Gives its id. */
export async function concernOf(page: Page, childId: string, text: string): Promise<string> {
  const { touches } = await ask<{ touches: readonly { code: string }[] }>(page, "concern.forChild", {
    childId,
  });
  const view = { asked: "given", words: text, how: text };
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const { concernId } = await ask<{ concernId: string }>(page, "concern.record", {
    idempotencyKey: crypto.randomUUID(),
    childId,
    noticedOn: yesterday,
    noticed: text,
    raisedBy: text,
    touches: touches.slice(0, 1).map(({ code }) => code),
    childsView: view,
    familysView: view,
  });
  return concernId;
}
