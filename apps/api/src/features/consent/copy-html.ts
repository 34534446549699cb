import { createHash } from "node:crypto";
import {
  type CardOf,
  type Copy,
  type CopyItem,
  type CopyLine,
  type CopySection,
  type LetterHead,
  takenOut,
} from "@linchpin/domain";

/** How a copy looks on paper. It is part of each copy, and known by its hash to what a browser may apply. */
const style =
  "body{font:12pt/1.5 Arial,sans-serif;color:#000;background:#fff;margin:0 auto;max-width:42em;padding:1em}h1{font-size:20pt;line-height:1.2}h2{font-size:15pt;margin:1.5em 0 .5em}p{margin:0 0 .5em;white-space:pre-line;overflow-wrap:anywhere}dl{margin:0 0 1em;padding:0 0 .5em;border-bottom:1px solid #666;break-inside:avoid}dt{font-weight:bold}dd{margin:0 0 .5em;white-space:pre-line;overflow-wrap:anywhere}.to,.from{margin:0 0 1.5em}.on{margin:0 0 2em}.sheet+.sheet{break-before:page;page-break-before:always;margin-top:3em}@media print{.sheet+.sheet{margin-top:0}}@page{margin:2cm}";

/** How a child's own card looks: a style of its own, so that what went before any card was made still is what its hash says. */
const cardStyle =
  ".card{break-before:page;page-break-before:always;border:2px solid #000;padding:1.5em;margin:2em 0 0;font-size:16pt}.frame{border:2px solid #000;width:5em;height:5em;line-height:5em;text-align:center;font-size:24pt;font-weight:bold;margin:0 0 .5em}.who{font-weight:bold;font-size:20pt}.room{border:1px dashed #666;height:8cm}h1+.card{break-before:auto;page-break-before:auto}";

const hashOf = (of: string): string => `'sha256-${createHash("sha256").update(of).digest("base64")}'`;

/** For the browser's own rule of what may style a page: 'sha256-…' of each style that copies carry. */
export const copyStyleHashes: readonly string[] = [hashOf(style), hashOf(cardStyle)];

const escaped: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const plain = (text: string): string =>
  // what turns text round or cannot be seen has no place in what somebody signs for
  text
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, (one) => (one === "\n" ? one : ""))
    .replace(/[&<>"']/g, (one) => escaped[one] ?? one);

const lineOf = ({ label, text }: CopyLine): string =>
  label === undefined ? `<dd>${plain(text)}</dd>` : `<dt>${plain(label)}</dt><dd>${plain(text)}</dd>`;

const itemOf = ({ lines }: CopyItem): string =>
  lines.length === 1 && lines[0]?.label === undefined
    ? `<p>${plain(lines[0]?.text ?? "")}</p>`
    : `<dl>${lines.map(lineOf).join("")}</dl>`;

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${plain(title)}</title><style>${style}</style>${body.includes(cardBegins) ? `<style>${cardStyle}</style>` : ""}</head>
<body>
${body}
</body>
</html>
`;

const cardBegins = '<section class="card">';

/** The child's own card: a frame for a picture, few words in big type, and room to write or draw. */
const cardOf = (title: string, { initials, who }: CardOf, items: string): string =>
  `${cardBegins}
<h2>${plain(title)}</h2>
<p class="frame">${plain(initials)}</p>
<p class="who">${plain(who)}</p>
${items}
<p>You can write or draw here, and give this to ${plain(who)}:</p>
<div class="room"></div>
</section>`;

const sectionOf = ({ title, items, card }: CopySection): string => {
  const said = items.map(itemOf).join("\n");
  if (card !== undefined) return cardOf(title, card, said);
  return title === "" ? said : `<h2>${plain(title)}</h2>\n${said}`;
};

const wasTakenOut = "<p>Where it says [taken out], something was about somebody else or is kept private.</p>";

/** A copy as somebody gets it: one page of plain HTML that holds all of itself, and nothing that runs. */
export function htmlOf(copy: Copy): string {
  const { title, about, forWhom, made, sections, letter } = copy;
  const parts = sections.filter(({ items }) => items.length > 0).map(sectionOf);
  if (letter !== undefined) return page(title, letterBody(letter, title, parts.join("\n")));
  return page(
    title,
    `<h1>${plain(title)}</h1>
<p><strong>About ${plain(about)}</strong></p>
<p>This copy is for ${plain(forWhom)}. ${plain(made)}</p>
${parts.join("\n")}
${wasTakenOut}`,
  );
}

const linesIn = (kind: "from" | "to", lines: readonly string[]): string =>
  lines.length === 0 ? "" : `<p class="${kind}">${lines.map(plain).join("<br>")}</p>\n`;

/** Who writes, to whom, on which day, and what it says; of what was taken out only where something was. */
const letterBody = ({ from, to, on }: LetterHead, title: string, said: string): string =>
  `${linesIn("from", from)}${linesIn("to", to)}<p class="on">${plain(on)}</p>
<h1>${plain(title)}</h1>
${said}${said.includes(takenOut) ? `\n${wasTakenOut}` : ""}`;

const bodyOf = (html: string): string =>
  html.slice(html.indexOf("<body>") + "<body>".length, html.lastIndexOf("</body>")).trim();

/** Several of them to look at, and to print one to a page: each exactly as it is by itself. */
export const sheetOf = (title: string, copies: readonly string[]): string =>
  page(title, copies.map((html) => `<section class="sheet">\n${bodyOf(html)}\n</section>`).join("\n"));

export const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
