import { createHmac } from "node:crypto";
import { lookup } from "node:dns/promises";
import { type IncomingMessage, request as inTheClear, type RequestOptions } from "node:http";
import { request } from "node:https";
import { BlockList, isIP, isIPv6 } from "node:net";
import { setTimeout } from "node:timers/promises";
import { type IndexProblem, signedText } from "@linchpin/domain";

/**
 * Sends one entry to an area's index of children. The address was set by an operator, and is trusted no further than that:
 * nothing of our own network is reached by it, whatever its name resolves to, and nothing of what it answers is kept.
 */

export type IndexAddress = {
  readonly url: string;
  /** What entries are signed with, from the service's own file; undefined where that holds none for the area. */
  readonly key: string | undefined;
  /** A demonstration holds invented people only: its index may be on this machine, and without TLS there. */
  readonly isDemonstration: boolean;
};
export type Answer = "kept" | IndexProblem;
export type SendEntry = (to: IndexAddress, body: string, sentAt: Date) => Promise<Answer>;
type Found = { readonly address: string; readonly family: number };
export type Resolve = (host: string) => Promise<readonly Found[]>;

const seconds = 1_000;
const longestAnswer = 16 * 1024;

const blocked = (ranges: readonly (readonly [string, number])[]) => {
  const list = new BlockList();
  for (const [net, prefix] of ranges) list.addSubnet(net, prefix, isIPv6(net) ? "ipv6" : "ipv4");
  return list;
};
/** Addresses of no public network (IANA's registries of special addresses). */
const special = blocked([
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.88.99.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
    ["224.0.0.0", 4],
    ["240.0.0.0", 4],
  ] as const),
  ...([
    ["2001::", 23],
    ["2001:db8::", 32],
    ["2002::", 16],
    ["3fff::", 20],
  ] as const),
]);
/** All that is public in IPv6 is in here; what carries an IPv4 address inside is not. */
const public6 = blocked([["2000::", 3]]);
const thisMachine = blocked([
  ["127.0.0.0", 8],
  ["::1", 128],
]);

/** Whether an address is one of the public network. */
export const isPublic = (address: string): boolean =>
  isIPv6(address)
    ? public6.check(address, "ipv6") && !special.check(address, "ipv6")
    : isIP(address) === 4 && !special.check(address, "ipv4");

const isThisMachine = (address: string): boolean => thisMachine.check(address, isIPv6(address) ? "ipv6" : "ipv4");

/**
 * What is wrong with an index's address, or nothing. It is asked for https, a name or a public address, and nothing that could
 * carry a password into a log; a demonstration's may be on this machine, without TLS.
 */
export function whyNoIndex(url: string, isDemonstration: boolean): string | undefined {
  if (!URL.canParse(url) || url.length > 500) return "it is no address";
  const { protocol, username, password, hash, hostname } = new URL(url);
  const host = hostOf(hostname);
  const isHere = isDemonstration && (host === "localhost" || (isIP(host) !== 0 && isThisMachine(host)));
  if (protocol !== "https:" && !(protocol === "http:" && isHere)) return "it must start with https://";
  if (username !== "" || password !== "" || hash !== "") return "it must hold no name, no password and no #";
  if (isIP(host) !== 0 && !isPublic(host) && !isHere) return "it leads to a network of our own";
  return undefined;
}

/** A host as it is looked up: an address of IPv6 stands between brackets in a URL. */
const hostOf = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, "$1");

const byName: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/**
 * Sends it, once: to the address that was looked at, by no redirect, within ten seconds. Gives whether it was kept, or why
 * not, and tells apart whether anything can have left; it never throws, and says nothing of what was sent or of the key.
 */
export async function sendEntry(
  to: IndexAddress,
  body: string,
  sentAt: Date,
  { resolve = byName, within = 10 * seconds }: { readonly resolve?: Resolve; readonly within?: number } = {},
): Promise<Answer> {
  if (whyNoIndex(to.url, to.isDemonstration) !== undefined) return "address";
  const over = new AbortController();
  const line: Line = { isOpen: false };
  const late = setTimeout(within, undefined, { signal: over.signal }).then(
    (): Answer => (line.isOpen ? "no-answer" : "unreachable"),
    (): Answer => "no-answer", // nobody waits for it any more
  );
  try {
    const found = await Promise.race([addressOf(to, resolve), late]);
    if (typeof found === "string") return found;
    if (to.key === undefined) return "no-key";
    const signed = { body, ...signedWith(to.key, body, sentAt) };
    return await Promise.race([asked(to.url, found, signed, line, over.signal), late]);
  } finally {
    over.abort(); // ends the request too, if it goes on
  }
}

/** Whether the other end was reached: from then on what is sent may have arrived, whatever is answered. */
type Line = { isOpen: boolean };
type Signed = { readonly body: string; readonly time: string; readonly signature: string };

function signedWith(key: string, body: string, sentAt: Date): Omit<Signed, "body"> {
  const time = sentAt.toISOString();
  return { time, signature: createHmac("sha256", key).update(signedText(time, body)).digest("hex") };
}

/** The one address that is connected to: every one that the name resolves to must be of the public network. */
async function addressOf({ url, isDemonstration }: IndexAddress, resolve: Resolve): Promise<Found | IndexProblem> {
  const host = hostOf(new URL(url).hostname);
  const family = isIP(host);
  const all = family === 0 ? await resolve(host).catch(() => []) : [{ address: host, family }];
  const [first] = all;
  if (first === undefined) return "unreachable";
  const may = ({ address }: Found) => isPublic(address) || (isDemonstration && isThisMachine(address));
  return all.every(may) ? first : "address";
}

function asked(
  url: string,
  { address, family }: Found,
  { body, time, signature }: Signed,
  line: Line,
  signal: AbortSignal,
): Promise<Answer> {
  const { protocol, hostname, host, port, pathname, search } = new URL(url);
  const isOpen = protocol === "http:";
  const options: RequestOptions & { readonly servername?: string; readonly rejectUnauthorized: boolean } = {
    host: address, // as it was looked up, so that the name is not asked again
    family,
    port: port === "" ? (isOpen ? 80 : 443) : Number(port),
    path: `${pathname}${search}`,
    method: "POST",
    agent: false,
    signal,
    maxHeaderSize: 8 * 1024,
    headers: {
      host,
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(body),
      "linchpin-time": time,
      "linchpin-signature": `sha256=${signature}`,
    },
    rejectUnauthorized: true, // whatever a variable of the environment says
    // the certificate is asked for the name and not for the address behind it
    ...(isOpen || isIP(hostOf(hostname)) !== 0 ? {} : { servername: hostname }),
  };
  return new Promise((answered) => {
    const onAnswer = (answer: IncomingMessage) => {
      const status = answer.statusCode ?? 0;
      const done = (what: Answer) => {
        answered(what);
        sending.destroy();
      };
      if (status >= 300 && status < 400) return done("moved");
      if (status < 200 || status >= 300) return done("refused");
      let length = 0;
      answer.on("data", (part: Buffer) => {
        length += part.length;
        if (length > longestAnswer) done("too-long");
      });
      answer.on("end", () => answered("kept"));
      answer.on("error", broken);
    };
    const broken = () => answered(line.isOpen ? "broken-off" : "unreachable");
    const sending = isOpen ? inTheClear(options, onAnswer) : request(options, onAnswer);
    sending.on("socket", (socket) => {
      socket.once(isOpen ? "connect" : "secureConnect", () => {
        line.isOpen = true;
      });
    });
    sending.on("error", broken);
    sending.on("close", broken); // an answer that was read to its end has answered before
    sending.end(body);
  });
}
