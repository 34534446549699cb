import { request } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createLog } from "../log.ts";
import { Browser, formOf } from "../testing/browser.ts";
import { employ, type House, openHouse, signIn } from "../testing/sign-in.ts";
import { NotADemonstration, startDemoIssuer } from "./demo-issuer.ts";
import { choosePersonPage } from "./pages.ts";

let house: House;
let areas: { isDemonstration: boolean }[] = [{ isDemonstration: true }];
beforeAll(async () => {
  house = await openHouse({}, { areas: async () => areas });
  await employ(house.database, { subject: "ann" });
  await employ(house.database, { subject: "mo", name: "Mo <Khan>", area: "Southshire", title: "Team manager" });
});
afterAll(() => house.close());
afterEach(() => {
  areas = [{ isDemonstration: true }];
});

const parts = (isDemonstration: boolean[]) => ({
  port: 0,
  publicOrigin: "http://localhost:4000",
  demoPeople: async () => [],
  areas: async () => isDemonstration.map((is) => ({ isDemonstration: is })),
  log: createLog("silent"),
});

describe("it works for demonstrations and nothing else", () => {
  test("an area that is none keeps it from starting", async () => {
    await expect(startDemoIssuer(parts([true, false]))).rejects.toThrow(NotADemonstration);
    const empty = await startDemoIssuer(parts([]));
    await empty.close();
  });

  test("and closes it when one is added later", async () => {
    const browser = new Browser();
    const list = await browser.open(`${house.origin}/sign-in/demonstration/start`);
    areas = [{ isDemonstration: true }, { isDemonstration: false }];
    const { action } = formOf(list);
    const page = await browser.send(action, { subject: "ann" }, list.url);
    expect([page.status, page.text.includes("sign-in is closed")]).toEqual([403, true]);
    expect((await browser.open(`${house.demo.settings.issuer}/.well-known/openid-configuration`)).status).toBe(403);
  });

  test("it listens on this machine alone, and answers to no foreign name", async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { host: `evil.example:${house.demo.port}` };
      request({ port: house.demo.port, host: "127.0.0.1", headers }, (res) => resolve(res.resume().statusCode))
        .once("error", reject)
        .end();
    });
    expect(status).toBe(421);
  });

  test("its keys and its client's secret are made anew at each start", async () => {
    const [one, two] = [await startDemoIssuer(parts([])), await startDemoIssuer(parts([]))];
    const keyOf = async (url: string) => JSON.stringify(await (await fetch(`${url}/jwks`)).json());
    expect(await keyOf(one.settings.issuer)).not.toBe(await keyOf(two.settings.issuer));
    expect(await keyOf(one.settings.issuer)).not.toMatch(/"(d|p|q)":/);
    expect(one.settings.clientSecret).not.toBe(two.settings.clientSecret);
    await Promise.all([one.close(), two.close()]);
  });
});

describe("its page", () => {
  test("lists the people by area, with what can be tried as each", async () => {
    const page = await new Browser().open(`${house.origin}/sign-in/demonstration/start`);
    expect(page.status).toBe(200);
    expect(page.text).toMatch(
      /<h2[^>]*>Northshire<\/h2>[\s\S]*Ann Reid[\s\S]*<h2[^>]*>Southshire<\/h2>[\s\S]*Mo &lt;Khan&gt;/,
    );
    expect(page.text).toContain("Team manager, Southshire Health");
    expect(page.text).toContain("See who is named person.");
    expect(page.text).not.toMatch(/<script|<style| style=|checked|selected/);
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
  });

  test("names somebody with two posts once", () => {
    const ann = { subject: "ann", name: "Ann Reid", area: "Northshire", title: "Teacher", agency: "School", hint: "" };
    const text = choosePersonPage([ann, { ...ann, title: "Head", agency: "School" }], "/interaction/1");
    expect(text.match(/value="ann"/g)).toHaveLength(1);
    expect(text).toContain("Teacher, School; Head, School");
  });

  test("says when nobody is there yet", () => {
    expect(choosePersonPage([], "/interaction/1")).toContain("There is nobody to sign in as yet");
  });

  test("lets nobody in who is not on it, and no other site's form", async () => {
    const browser = new Browser();
    const list = await browser.open(`${house.origin}/sign-in/demonstration/start`);
    const { action } = formOf(list);
    expect((await browser.send(action, { subject: "somebody" }, list.url)).status).toBe(403);
    expect((await browser.send(action, { subject: "ann" }, "https://evil.example/")).status).toBe(403);
    expect((await browser.send(action, { subject: "ann" }, list.url)).url).toBe(`${house.origin}/named-person/`);
  });

  test("asks again at each sign-in", async () => {
    const { browser } = await signIn(house, "ann");
    const again = await browser.open(`${house.origin}/sign-in/demonstration/start`);
    expect(again.text).toContain("Who do you want to be?");
  });
});

test.each([
  ["an unknown client", "client_id=other&response_type=code&scope=openid&redirect_uri=https://evil.example/"],
  [
    "a way back that is not ours",
    "client_id=linchpin&response_type=code&scope=openid&redirect_uri=https://evil.example/",
  ],
])("%s gets a page of its own, and is sent nowhere", async (_, query) => {
  const page = await new Browser().open(`${house.demo.settings.issuer}/auth?${query}`);
  expect([page.status, page.way.length, page.text.includes("cannot go on from here")]).toEqual([400, 1, true]);
});

test("no code is given without PKCE", async () => {
  const query = new URLSearchParams({
    client_id: "linchpin",
    response_type: "code",
    scope: "openid",
    redirect_uri: `${house.origin}/sign-in/demonstration/callback`,
  });
  const response = await new Browser().ask(`${house.demo.settings.issuer}/auth?${query}`);
  expect(response.headers.get("location")).toContain("error=invalid_request");
});
