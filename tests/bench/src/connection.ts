import { connect, type Socket } from "node:net";

export type Answer = { readonly status: number; readonly body: Buffer };

/** One kept-alive connection that sends a request when the last one was answered: what a browser would, at the least cost to us. */
export type Connection = {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, headers: Readonly<Record<string, string>>, body: string) => Promise<Answer>;
  readonly close: () => void;
};

/** Connects to a port of this machine; rejects where nobody listens. */
export async function connectTo(port: number): Promise<Connection> {
  const socket = await opened(port);
  let waiting: { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void } | undefined;
  let got: Buffer = Buffer.alloc(0);
  const fail = (error: Error) => {
    waiting?.reject(error);
    waiting = undefined;
  };
  socket.on("data", (part) => {
    got = got.length === 0 ? part : Buffer.concat([got, part]);
    const answer = readAnswer(got);
    if (!answer) return;
    got = Buffer.alloc(0); // one request at a time, so nothing follows it
    const { resolve } = waiting ?? {};
    waiting = undefined;
    resolve?.(answer);
  });
  socket.on("error", fail);
  socket.on("close", () => fail(new Error(`the server on port ${port} closed the connection`)));
  const send = (text: string) =>
    new Promise<Answer>((resolve, reject) => {
      waiting = { resolve, reject };
      socket.write(text);
    });
  return {
    get: (path) => send(`GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`),
    post: (path, headers, body) => {
      const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      const length = Buffer.byteLength(body);
      const head = `POST ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: application/json\r\n`;
      return send(`${head}${more.join("")}Content-Length: ${length}\r\n\r\n${body}`);
    },
    close: () => {
      socket.removeAllListeners("close");
      socket.destroy();
    },
  };
}

function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.off("error", reject);
      resolve(socket);
    });
  });
}

/** A whole answer, or nothing while more of it is to come. */
export function readAnswer(got: Buffer): Answer | undefined {
  const headEnds = got.indexOf("\r\n\r\n");
  if (headEnds < 0) return undefined;
  const head = got.toString("latin1", 0, headEnds);
  const status = Number(head.slice(9, 12));
  const from = headEnds + 4;
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) {
    const body = got.subarray(from, from + Number(length));
    return body.length === Number(length) ? { status, body } : undefined;
  }
  if (!/\r\ntransfer-encoding: *chunked/i.test(head)) return { status, body: Buffer.alloc(0) };
  if (!got.subarray(-5).equals(lastChunk)) return undefined;
  const body = chunksFrom(got, from);
  return body && { status, body };
}

const lastChunk = Buffer.from("0\r\n\r\n");

function chunksFrom(got: Buffer, from: number): Buffer | undefined {
  const parts: Buffer[] = [];
  for (let at = from; ; ) {
    const lineEnds = got.indexOf("\r\n", at);
    if (lineEnds < 0) return undefined;
    const size = Number.parseInt(got.toString("latin1", at, lineEnds), 16);
    if (size === 0) return Buffer.concat(parts);
    const starts = lineEnds + 2;
    if (got.length < starts + size + 2) return undefined;
    parts.push(got.subarray(starts, starts + size));
    at = starts + size + 2;
  }
}
