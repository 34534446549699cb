/** Text that is already HTML. Everything else that goes into a page is escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | undefined | false | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function written(part: Part): string {
  if (part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(written).join("");
  return String(part).replace(/[&<>"']/g, (sign) => entities[sign] ?? "");
}

/** A piece of a page: what is put in is escaped, unless it is a piece too. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.map((text, at) => `${text}${written(parts[at])}`).join(""));

/** The one frame of every page that the server draws itself: no script, one stylesheet from a file. */
export function page({ title, demonstration, script }: PageHead, ...content: readonly Part[]): string {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} - Linchpin</title>
<link rel="stylesheet" href="/look/linchpin.css">
${script && html`<script src="${script}" defer></script>`}
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header class="header"><div class="width"><a class="header-name" href="/">${mark} Linchpin</a></div></header>
<div class="width">
${demonstration && html`<aside class="demonstration" aria-label="Demonstration"><strong>Demonstration</strong> Invented people. Do not enter anything about a real child.</aside>`}
<main id="main" tabindex="-1">
<h1>${title}</h1>
${content}
</main>
</div>
<footer class="footer"><div class="width"><p>Linchpin keeps the record. People decide.</p></div></footer>
</body>
</html>
`.text;
}

type PageHead = {
  readonly title: string;
  readonly demonstration?: boolean;
  /** A script served as a file, where a page works without it too. */
  readonly script?: string;
};

const mark = new Html(
  '<svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">' +
    '<circle cx="16" cy="17" r="11.5" fill="none" stroke="currentColor" stroke-width="3"/>' +
    '<rect class="mark-pin" x="13" y="2" width="6" height="28" rx="3"/>' +
    '<rect class="mark-pin" x="10" y="2" width="12" height="5" rx="2.5"/></svg>',
);
