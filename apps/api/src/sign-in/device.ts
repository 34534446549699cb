/** What a browser says it is, in the words people use: "Firefox on Windows". It may say what it likes: nothing rests on it. */
export function deviceIn(userAgent: string | undefined): string {
  const said = userAgent?.slice(0, 500) ?? "";
  const browser = browsers.find(([is]) => is.test(said))?.[1];
  const system = systems.find(([is]) => is.test(said))?.[1];
  if (browser === undefined && system === undefined) return "Unknown browser";
  return `${browser ?? "A browser"}${system === undefined ? "" : ` on ${system}`}`;
}

/** Each also names others it is like, so the order counts. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(OPR|Opera)\b/, "Opera"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, "Chrome"],
  [/\bVersion\/[\d.]+ .*Safari\//, "Safari"],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPad\b/, "iPad"],
  [/\biPhone\b/, "iPhone"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "Chromebook"],
  [/\bWindows\b/, "Windows"],
  [/\bMacintosh\b|\bMac OS X\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
];
