import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import pg from "pg";
import type { Ask, Plan } from "./bare.ts";
import { begins, ends, type Filling, filled, filledValue, type PatternStatement } from "./statements.ts";

/**
 * What the product is measured against: Node's own http server that runs exactly the statements the product ran, in
 * their order, prepared, and answers their rows as JSON. It checks nothing, decides nothing and shapes nothing.
 */
const { url, connections, templates, owns } = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Plan;

// Dates and times stay text: a driver that makes objects of them, to be made text again, would flatter the product.
const { DATE, TIMESTAMP, TIMESTAMPTZ } = pg.types.builtins;
const datesAsText: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === DATE || oid === TIMESTAMP || oid === TIMESTAMPTZ ? String : pg.types.getTypeParser(oid, format),
};
const pool = new pg.Pool({ connectionString: url, max: connections, types: datesAsText });

const names = new Map<string, string>();
const nameOf = (text: string): string => {
  const known = names.get(text) ?? `statement_${names.size}`;
  names.set(text, known);
  return known;
};

async function run(
  client: pg.PoolClient,
  { text, values, asLists }: PatternStatement,
  filling: Filling,
): Promise<unknown[]> {
  if (begins(text) || ends(text)) {
    await client.query(filled(text, filling));
    return [];
  }
  const prepared = text as string; // only what opens a transaction has values written into it
  const given = values.map((value) => filledValue(value, filling));
  const asked = { name: nameOf(prepared), text: prepared, values: given };
  const { rows } = await (asLists ? client.query({ ...asked, rowMode: "array" }) : client.query(asked));
  return rows;
}

async function answer({ template, request, own, fresh }: Ask): Promise<unknown[][]> {
  const statements = templates[template]?.requests[request] ?? [];
  const filling = { own: (own === undefined ? undefined : owns[own]) ?? [], fresh };
  const rows: unknown[][] = [];
  let client: pg.PoolClient | undefined;
  let isOpen = false;
  try {
    for (const statement of statements) {
      client ??= await pool.connect();
      isOpen = isOpen ? !ends(statement.text) : begins(statement.text);
      rows.push(await run(client, statement, filling));
      if (!isOpen) {
        client.release();
        client = undefined;
      }
    }
  } finally {
    client?.release(true); // something failed in the middle
  }
  return rows;
}

const bodyOf = async (req: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part);
  return Buffer.concat(parts).toString();
};

const server = createServer(async (req, res) => {
  try {
    const rows = req.method === "POST" ? await answer(JSON.parse(await bodyOf(req)) as Ask) : [];
    const body = JSON.stringify(rows);
    res.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) }).end(body);
  } catch (error) {
    res.writeHead(500).end(String(error));
  }
});
server.listen(Number(process.argv[3]), "127.0.0.1");
process.on("SIGTERM", () => process.exit(0));
