/** What a browser does between a person and a server: keeps cookies, says where it comes from, follows. */
export type Page = {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Addresses that were asked on the way, first to last. */
  readonly way: readonly string[];
};

type Ask = { readonly method?: "GET" | "POST"; readonly body?: string; readonly headers?: Record<string, string> };

export class Browser {
  /** By host without port, as browsers keep them; the newest of a name wins. */
  readonly #cookies = new Map<string, Map<string, string>>();

  open(url: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.#follow(url, { headers });
  }

  /** Sends a form of the page at `from`. */
  send(
    action: string,
    fields: Record<string, string>,
    from = action,
    headers: Record<string, string> = {},
  ): Promise<Page> {
    return this.#follow(action, {
      method: "POST",
      body: new URLSearchParams(fields).toString(),
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        origin: new URL(from).origin,
        "sec-fetch-site": new URL(from).origin === new URL(action).origin ? "same-origin" : "cross-site",
        ...headers,
      },
    });
  }

  /** One answer, followed nowhere. */
  async ask(url: string, { method = "GET", body, headers = {} }: Ask = {}): Promise<Response> {
    const jar = this.#jarOf(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, {
      method,
      redirect: "manual",
      headers: { accept: "text/html", ...(cookie && { cookie }), ...headers },
      ...(body !== undefined && { body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = line.split(";")[0]?.split(/=(.*)/s) ?? [];
      const isGone = value === "" || /expires=Thu, 01 Jan 1970/i.test(line);
      if (isGone) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  cookie(url: string, name: string): string | undefined {
    return this.#jarOf(url).get(name);
  }

  plant(url: string, name: string, value: string): void {
    this.#jarOf(url).set(name, value);
  }

  async #follow(url: string, ask: Ask): Promise<Page> {
    const way = [url];
    let response = await this.ask(url, ask);
    for (let at = url; response.status >= 300 && response.status < 400 && way.length < 20; ) {
      const next = response.headers.get("location");
      if (!next) break;
      await response.body?.cancel();
      at = new URL(next, at).href;
      way.push(at);
      response = await this.ask(at);
    }
    const { status, headers } = response;
    return { url: way.at(-1) ?? url, status, headers, text: await response.text(), way };
  }

  #jarOf(url: string): Map<string, string> {
    const host = new URL(url).hostname;
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    return jar;
  }
}

/** What a form of the page would send for a button: its action and its hidden fields. */
export function formOf(page: Page): { readonly action: string; readonly fields: Record<string, string> } {
  const action = /<form[^>]*action="([^"]+)"/.exec(page.text)?.[1] ?? "";
  const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return {
    action: new URL(action, page.url).href,
    fields: Object.fromEntries(hidden.map(([, name = "", value = ""]) => [name, value])),
  };
}
