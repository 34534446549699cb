const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether an address leads to this machine and no other. */
export const isLoopback = (url: string): boolean => URL.canParse(url) && loopback.has(new URL(url).hostname);

const ours = /^\/(named-person|manager)(\/|$)/;
const elsewhere = "https://nowhere.invalid";

/** Where somebody was going before they had to sign in: a page of one of our portals, or nothing. */
export function returnTo(asked: unknown): string | undefined {
  // A browser reads "\" as "/" and drops tabs and line ends: what it would read otherwise than we do is refused.
  if (typeof asked !== "string" || asked.length > 500 || !/^\/[\x21-\x5b\x5d-\x7e]*$/.test(asked)) return undefined;
  if (asked.startsWith("//") || !URL.canParse(asked, elsewhere)) return undefined;
  const url = new URL(asked, elsewhere);
  if (url.origin !== elsewhere || !ours.test(url.pathname)) return undefined;
  return `${url.pathname}${url.search}${url.hash}`;
}
