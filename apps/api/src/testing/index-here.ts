import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { signedText } from "@linchpin/domain";

export type Received = { readonly body: string; readonly headers: IncomingHttpHeaders; readonly url: string };

/** An index of children on this machine: a real server that keeps what comes in and answers as it is told to. */
export async function anIndexHere() {
  const received: Received[] = [];
  let answer = { status: 204, body: "", headers: {} as Readonly<Record<string, string>> };
  const server = createServer((asked, answered) => {
    const parts: Buffer[] = [];
    asked.on("data", (part: Buffer) => parts.push(part));
    asked.on("end", () => {
      received.push({ body: Buffer.concat(parts).toString(), headers: asked.headers, url: asked.url ?? "" });
      if (answer.status === 0) return; // never answers
      if (answer.status === -1) {
        answered.writeHead(200, { "content-length": "100" });
        answered.write("half of");
        return void setImmediate(() => asked.socket.destroy());
      }
      answered.writeHead(answer.status, answer.headers);
      answered.end(answer.body);
    });
  });
  await new Promise<void>((listens) => server.listen(0, "127.0.0.1", listens));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    url: `http://127.0.0.1:${port}/leads?from=linchpin`,
    port,
    received,
    /** What it shows by now: the lead by the reference, as the last entries said. */
    shows: () =>
      Object.fromEntries(
        received.flatMap(({ body }) => {
          const { reference, lead } = JSON.parse(body) as { reference: string; lead: object | null };
          return [[reference, lead] as const];
        }),
      ),
    answers: (status: number, body = "", headers: Readonly<Record<string, string>> = {}) => {
      answer = { status, body, headers };
    },
    /** Says yes, and breaks off in the middle of it. */
    breaksOff: () => {
      answer = { status: -1, body: "", headers: {} };
    },
    isSigned: (one: Received | undefined, key: string): boolean => {
      const signed = signedText(String(one?.headers["linchpin-time"]), one?.body ?? "");
      return one?.headers["linchpin-signature"] === `sha256=${createHmac("sha256", key).update(signed).digest("hex")}`;
    },
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
