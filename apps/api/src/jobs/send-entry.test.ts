import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anIndexHere } from "../testing/index-here.ts";
import { isPublic, type Resolve, sendEntry, whyNoIndex } from "./send-entry.ts";

const key = "k".repeat(40);
const at = new Date("2026-11-24T09:00:30.000Z");
const body = '{"reference":"IDX 1","lead":null}';
let index: Awaited<ReturnType<typeof anIndexHere>>;
beforeAll(async () => {
  index = await anIndexHere();
});
beforeEach(() => {
  index.received.length = 0;
  index.answers(204);
});
afterAll(() => index.close());

const here = (url = index.url, isDemonstration = true) => ({ url, key, isDemonstration });
const names =
  (...addresses: readonly string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

describe("CWDC-2.20b: an entry goes to the index's own address, signed, and nowhere else", () => {
  test("what is sent is the text, with its moment and a signature over both", async () => {
    expect(await sendEntry(here(), body, at)).toBe("kept");
    const [one] = index.received;
    expect(one?.body).toBe(body);
    expect(one?.url).toBe("/leads?from=linchpin");
    expect(one?.headers["linchpin-time"]).toBe("2026-11-24T09:00:30.000Z");
    expect(index.isSigned(one, key)).toBe(true);
    expect(index.isSigned(one, `${key}x`)).toBe(false);
    expect(JSON.stringify(one)).not.toContain(key);
  });

  test("no redirect is followed, and an answer that is no yes is a refusal", async () => {
    index.answers(307, "", { location: `http://127.0.0.1:${index.port}/elsewhere` });
    expect(await sendEntry(here(), body, at)).toBe("moved");
    expect(index.received).toHaveLength(1);
    for (const status of [400, 401, 404, 500, 503]) {
      index.answers(status, "no");
      expect(await sendEntry(here(), body, at)).toBe("refused");
    }
  });

  test("it waits no longer than it may, and reads no more than it needs", async () => {
    index.answers(0);
    expect(await sendEntry(here(), body, at, { within: 200 })).toBe("no-answer");
    index.answers(200, "x".repeat(200_000));
    expect(await sendEntry(here(), body, at)).toBe("too-long");
    const slow: Resolve = () => new Promise(() => {});
    expect(await sendEntry(here("https://index.example/leads"), body, at, { resolve: slow, within: 50 })).toBe(
      "unreachable",
    );
  });

  test("a name that leads into our own network, wholly or in part, is not called", async () => {
    const to = here("https://index.example/leads", false);
    for (const addresses of [
      ["127.0.0.1"],
      ["10.1.2.3"],
      ["93.184.216.34", "192.168.0.4"],
      ["::1"],
      ["fd00::1"],
      ["::ffff:127.0.0.1"],
      ["169.254.169.254"],
    ])
      expect(await sendEntry(to, body, at, { resolve: names(...addresses) }), addresses.join()).toBe("address");
    expect(await sendEntry(to, body, at, { resolve: names() })).toBe("unreachable");
    expect(index.received).toEqual([]);
  });

  test("the address that was looked at is the one that is called, however the name reads the next time", async () => {
    let asked = 0;
    const rebinding: Resolve = async () => {
      asked += 1;
      return [{ address: "127.0.0.1", family: 4 }];
    };
    // the name is nobody's: only the address that was given for it leads anywhere
    const to = here(`http://localhost:${index.port}/leads`);
    expect(await sendEntry(to, body, at, { resolve: rebinding })).toBe("kept");
    expect(asked).toBe(1);
    expect(index.received[0]?.headers.host).toBe(`localhost:${index.port}`);
  });

  test("an answer that breaks off is not taken for none having come: what was sent may have arrived", async () => {
    index.breaksOff();
    expect(await sendEntry(here(), body, at)).toBe("broken-off");
    expect(index.received).toHaveLength(1);
  });

  test("without a key nothing is sent", async () => {
    expect(await sendEntry({ ...here(), key: undefined }, body, at)).toBe("no-key");
    expect(index.received).toEqual([]);
  });

  test("nobody there is said, and nothing is thrown", async () => {
    const gone = await anIndexHere();
    await gone.close();
    expect(await sendEntry(here(gone.url), body, at)).toBe("unreachable");
  });
});

describe("CWDC-2.20b: what may be the address of an index", () => {
  test.each([
    ["https://index.example/leads", undefined],
    ["https://93.184.216.34/leads", undefined],
    ["http://index.example/leads", "it must start with https://"],
    ["ftp://index.example", "it must start with https://"],
    ["https://me:secret@index.example", "it must hold no name, no password and no #"],
    ["https://index.example/#leads", "it must hold no name, no password and no #"],
    ["https://127.0.0.1/leads", "it leads to a network of our own"],
    ["https://[::1]/leads", "it leads to a network of our own"],
    ["https://0x7f.1/leads", "it leads to a network of our own"],
    ["https://192.168.1.1/leads", "it leads to a network of our own"],
    ["index.example", "it is no address"],
  ])("%s: %s", (url, why) => {
    expect(whyNoIndex(url, false)).toBe(why);
  });

  test("a demonstration's may be on this machine, without TLS there and nowhere else", () => {
    expect(whyNoIndex("http://127.0.0.1:4444/leads", true)).toBeUndefined();
    expect(whyNoIndex("http://localhost:4444/leads", true)).toBeUndefined();
    expect(whyNoIndex("http://10.0.0.1/leads", true)).toBe("it must start with https://");
    expect(whyNoIndex("https://10.0.0.1/leads", true)).toBe("it leads to a network of our own");
  });

  test.each([
    ["93.184.216.34", true],
    ["100.64.0.1", false],
    ["172.15.0.1", true],
    ["172.16.0.1", false],
    ["198.18.0.1", false],
    ["224.0.0.1", false],
    ["255.255.255.255", false],
    ["0.0.0.0", false],
    ["2606:2800:220:1::1", true],
    ["fe80::1", false],
    ["fc00::1", false],
    ["64:ff9b::7f00:1", false],
    ["2002:7f00:1::", false],
    ["2001:db8::1", false],
    ["::", false],
    ["no address", false],
  ])("%s is of the public network: %s", (address, is) => {
    expect(isPublic(address)).toBe(is);
  });
});
