import fc from "fast-check";
import { expect, test } from "vitest";
import { isLoopback, returnTo } from "./origins.ts";

test.each([
  "/named-person/",
  "/named-person",
  "/manager/team?page=2#top",
  "/manager/a//b",
  "/named-person/children/%20",
])("%s is a way back", (path) => {
  expect(returnTo(path)).toBe(path);
});

test.each<[unknown]>([
  ["https://evil.example/manager/"],
  ["//evil.example/manager/"],
  ["/\\evil.example/manager/"],
  ["/manager\\..\\..\\evil"],
  ["/\t/evil.example/manager/"],
  ["/manager/\n"],
  [" /manager/"],
  ["/manager/../sign-out"],
  ["/manager/%2e%2e/sign-out"],
  ["/.//evil.example/manager"],
  ["/manage"],
  ["/managers/"],
  ["/sign-out"],
  ["/api/trpc/a"],
  ["javascript:alert(1)"],
  ["manager/"],
  [""],
  [undefined],
  [["/manager/"]],
  [{ href: "/manager/" }],
  [`/manager/${"a".repeat(500)}`],
])("%j is none", (asked) => {
  expect(returnTo(asked)).toBeUndefined();
});

test("whatever is asked, a browser that follows it stays with us", () => {
  const nasty = fc.stringMatching(
    /^\/?(manager|named-person|\.{1,2}|[\\/?#@:;%\t\n ]|%2e|%5c|%2f|evil\.example|[a-z]){0,12}$/,
  );
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string(), fc.webUrl()), (asked) => {
      const back = returnTo(asked);
      if (back !== undefined) {
        const url = new URL(back, "https://linchpin.example/sign-in");
        expect(url.origin).toBe("https://linchpin.example");
        expect(url.pathname).toMatch(/^\/(manager|named-person)(\/|$)/);
      }
    }),
    { numRuns: 2000, seed: 20261123 },
  );
});

test.each([
  ["http://localhost:4000", true],
  ["http://127.0.0.1", true],
  ["http://[::1]:4000", true],
  ["http://localhost.evil.example", false],
  ["http://127.0.0.1.evil.example", false],
  ["http://0.0.0.0", false],
  ["nonsense", false],
])("%s leads to this machine: %s", (url, is) => {
  expect(isLoopback(url)).toBe(is);
});
