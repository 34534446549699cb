import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { connectTo, readAnswer } from "./connection.ts";

test("one connection carries many requests, whatever way their answers are sent", async () => {
  const ports = new Set<number | undefined>();
  const server = createServer((req, res) => {
    ports.add(req.socket.remotePort);
    if (req.url === "/chunks") {
      res.write("first ");
      setTimeout(() => res.end("and last"), 5);
    } else req.on("data", (body) => res.writeHead(201, { "content-length": body.length }).end(body)).resume();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const connection = await connectTo((server.address() as AddressInfo).port);
  const echoed = await connection.post("/", { cookie: "a=b" }, '{"name":"Mòrag"}');
  const chunked = await connection.get("/chunks");
  connection.close();
  server.close();
  expect([echoed.status, echoed.body.toString()]).toEqual([201, '{"name":"Mòrag"}']);
  expect([chunked.status, chunked.body.toString()]).toEqual([200, "first and last"]);
  expect(ports.size).toBe(1);
});

test("nobody listening is an error", async () => {
  await expect(connectTo(1)).rejects.toThrow();
});

test.each([
  "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhell",
  "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n",
  "HTTP/1.1 200 OK\r\ncontent-len",
])("half an answer is waited for: %j", (text) => {
  expect(readAnswer(Buffer.from(text))).toBeUndefined();
});
