import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appRouter } from "./app-router.ts";
import { aTestArea } from "./testing/area.ts";
import { aHouseWithCalls } from "./testing/over-http.ts";

let house: Awaited<ReturnType<typeof aHouseWithCalls>>;
let cookie: string;
beforeAll(async () => {
  house = await aHouseWithCalls();
  const area = await aTestArea(house.database);
  const agencyId = await area.addAgency("health");
  const helen = await area.addPractitioner({ name: "Helen Mold", agencyId, role: "service-manager" });
  const browser = await house.browserOf(area, helen);
  cookie = `linchpin=${browser.cookie(house.origin, "linchpin")}`;
});
afterAll(() => house.close());

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>);
const mutations = procedures.filter(([, { _def }]) => _def.type === "mutation").map(([path]) => path);

type Headers = Readonly<Record<string, string>>;
type Sent = { readonly method?: string; readonly headers: Headers; readonly body: string; readonly query?: string };

const json = "{}";
const form = "json=%7B%7D";
const multipart = '--x\r\nContent-Disposition: form-data; name="json"\r\n\r\n{}\r\n--x--\r\n';
const of = {
  json: { "content-type": "application/json" },
  form: { "content-type": "application/x-www-form-urlencoded" },
  plain: { "content-type": "text/plain" },
  multipart: { "content-type": "multipart/form-data; boundary=x" },
};
const from = (origin: string) => ({ origin });
const sibling = (ours: string) => ours.replace("//", "//evil.");
const neighbour = (ours: string) => ours.replace(/:\d+$/, ":1");

/** How a page that is not ours may have a browser send something, with the person's own cookie. */
const forgeries: readonly (readonly [string, (ours: string) => Sent])[] = [
  ["an HTML form", () => ({ headers: { ...of.form, ...from("https://evil.example") }, body: form })],
  ["an HTML form as text", () => ({ headers: { ...of.plain, ...from("https://evil.example") }, body: json })],
  [
    "an HTML form with a file",
    () => ({ headers: { ...of.multipart, ...from("https://evil.example") }, body: multipart }),
  ],
  ["a form of a page of ours", (ours) => ({ headers: { ...of.form, ...from(ours) }, body: form })],
  ["text of a page of ours", (ours) => ({ headers: { ...of.plain, ...from(ours) }, body: json })],
  ["a file of a page of ours", (ours) => ({ headers: { ...of.multipart, ...from(ours) }, body: multipart })],
  ["nothing said of what it is", (ours) => ({ headers: from(ours), body: json })],
  [
    "two kinds in one",
    (ours) => ({ headers: { "content-type": "text/plain, application/json", ...from(ours) }, body: json }),
  ],
  ["no origin", () => ({ headers: of.json, body: json })],
  ["no origin, from another site", () => ({ headers: { ...of.json, "sec-fetch-site": "cross-site" }, body: json })],
  ["no origin, from a sibling", () => ({ headers: { ...of.json, "sec-fetch-site": "same-site" }, body: json })],
  ["no origin, from nowhere", () => ({ headers: { ...of.json, "sec-fetch-site": "none" }, body: json })],
  ["the origin null", () => ({ headers: { ...of.json, ...from("null") }, body: json })],
  ["an empty origin", () => ({ headers: { ...of.json, ...from("") }, body: json })],
  ["a foreign origin", () => ({ headers: { ...of.json, ...from("https://evil.example") }, body: json })],
  [
    "a foreign origin that says it is ours",
    () => ({ headers: { ...of.json, ...from("https://evil.example"), "sec-fetch-site": "same-origin" }, body: json }),
  ],
  ["a sibling's origin", (ours) => ({ headers: { ...of.json, ...from(sibling(ours)) }, body: json })],
  ["a neighbour's port", (ours) => ({ headers: { ...of.json, ...from(neighbour(ours)) }, body: json })],
  [
    "an origin that begins with ours",
    (ours) => ({ headers: { ...of.json, ...from(`${ours}.evil.example`) }, body: json }),
  ],
  ["ours over https", (ours) => ({ headers: { ...of.json, ...from(ours.replace("http:", "https:")) }, body: json })],
  ["a link", () => ({ method: "GET", headers: {}, body: "", query: "?input=%7B%7D" })],
  [
    "a link with a method",
    () => ({
      method: "GET",
      headers: { "x-http-method-override": "POST" },
      body: "",
      query: "?input=%7B%7D&_method=POST",
    }),
  ],
  ["another method", (ours) => ({ method: "PUT", headers: { ...of.json, ...from(ours) }, body: json })],
  [
    "a batch from elsewhere",
    () => ({ headers: { ...of.json, ...from("https://evil.example") }, body: '{"0":{}}', query: "?batch=1" }),
  ],
];

const send = (path: string, { method = "POST", headers, body, query = "" }: Sent) =>
  new Promise<{ status: number; text: string }>((done, failed) => {
    const length = { "content-length": String(Buffer.byteLength(body)) };
    const asked = request(
      `${house.origin}/api/trpc/${path}${query}`,
      { method, headers: { cookie, ...length, ...headers } },
      (res) => {
        let text = "";
        res.setEncoding("utf8").on("data", (part: string) => {
          text += part;
        });
        res.on("end", () => done({ status: res.statusCode ?? 0, text }));
      },
    );
    asked.on("error", failed);
    asked.end(body);
  });
const refusedAtTheDoor = ({ status, text }: { status: number; text: string }) =>
  (status === 403 && text.startsWith("This can only be")) ||
  (status === 405 && (text === "Calls are sent by POST." || text === "Only GET and POST are answered here."));
const traces = async () =>
  (
    await house.database.jobs.executeSql(
      "select (select count(*) from audit_entry) as a, (select count(*) from change_made) as c",
    )
  ).rows;

test("no mutation takes a request that a page of ours did not send", async () => {
  const before = await traces();
  const accepted: string[] = [];
  let sent = 0;
  for (const path of mutations) {
    const answers = await Promise.all(forgeries.map(([, forged]) => send(path, forged(house.origin))));
    answers.forEach((answer, at) => {
      sent += 1;
      if (!refusedAtTheDoor(answer)) accepted.push(`${path}: ${forgeries[at]?.[0]}: ${answer.status}`);
    });
  }
  process.stdout.write(`forged requests: ${accepted.length} of ${sent} accepted, on ${mutations.length} mutations\n`);
  expect(accepted).toEqual([]);
  expect(mutations.length).toBeGreaterThanOrEqual(40);
  expect(sent).toBe(mutations.length * forgeries.length);
  expect(await traces()).toEqual(before); // nothing was begun, so nothing was even refused
});

test("and each takes one that did", async () => {
  const notTaken: string[] = [];
  for (const path of mutations) {
    const answer = await send(path, { headers: { ...of.json, ...from(house.origin) }, body: json });
    if (refusedAtTheDoor(answer) || answer.status === 401 || answer.status >= 500)
      notTaken.push(`${path}: ${answer.status}`);
  }
  expect(notTaken).toEqual([]);
});
