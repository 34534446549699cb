import { type PGlite, protocol, type QueryOptions, type Results, type Transaction } from "@electric-sql/pglite";

/** What drizzle asks of the client it is given. */
export type Client = {
  readonly query: (text: string, values?: unknown[], options?: QueryOptions) => Promise<Results<unknown>>;
};

type Statement = { name: string | undefined; types: readonly number[]; uses: number };

/** Longer texts are lists of rows: the next list has another length, and so another text. */
const longest = 20_000;
/** Each keeps its plan in the engine's memory; the one that was longest without use makes room. */
const mostKept = 400;
/** A plan is made again after so many uses: tables grow, and nothing on this engine tells a plan that they did. */
const usesOfAPlan = 100;

const { serialize } = protocol;

/**
 * Gives the client of each transaction. A statement that comes a second time is prepared under a name and keeps its plan:
 * for small statements under row security planning takes several times what running them does, and each statement then
 * is one call into the engine in place of six. Of the same roles as before: a plan knows whose rights it was made for.
 */
export function preparing(lite: PGlite): (tx: Transaction) => Client {
  const statements = new Map<string, Statement>();
  let named = 0;

  const send = (...messages: readonly Uint8Array[]) =>
    lite.execProtocolStream(new Uint8Array(Buffer.concat(messages)), { syncToFs: false });

  const forget = async ({ name }: Statement) => {
    if (name !== undefined) await send(serialize.close({ type: "S", name }), serialize.sync());
  };

  /** The statement of this text, noted as used now; undefined the first time it is seen. */
  const known = async (text: string): Promise<Statement | undefined> => {
    const found = statements.get(text);
    statements.delete(text);
    statements.set(text, found ?? { name: undefined, types: [], uses: 0 });
    const [oldest] = statements;
    if (statements.size > mostKept && oldest !== undefined) {
      statements.delete(oldest[0]);
      await forget(oldest[1]);
    }
    return found;
  };

  const prepare = async (text: string, statement: Statement) => {
    await forget(statement);
    statement.name = undefined;
    named += 1;
    const name = `s${named}`;
    const told = await send(serialize.parse({ name, text }), serialize.describe({ type: "S", name }), serialize.sync());
    Object.assign(statement, { name, types: typesIn(told), uses: 0 });
  };

  const run = async (text: string, values: readonly unknown[], options: QueryOptions | undefined) => {
    const statement = await known(text);
    if (statement === undefined) return undefined;
    if (statement.name === undefined || statement.uses >= usesOfAPlan) await prepare(text, statement);
    statement.uses += 1;
    const written = values.map((value, at) => writtenAs(lite, statement.types[at], value));
    const answered = await send(
      serialize.bind({ statement: statement.name ?? "", values: written }),
      serialize.describe({ type: "P" }),
      serialize.execute({}),
      serialize.sync(),
    );
    return resultsIn(answered, { ...lite.parsers, ...options?.parsers }, options?.rowMode === "array");
  };

  return (tx) => ({
    query: async (text, values = [], options) => {
      if (tx.closed || text.length > longest) return tx.query(text, values, options);
      const answered = await lite.runExclusive(() => run(text, values, options));
      return answered ?? tx.query(text, values, options);
    },
  });
}

type Message = Awaited<ReturnType<PGlite["execProtocolStream"]>>[number];

const typesIn = (messages: readonly Message[]): readonly number[] =>
  messages.flatMap((message) =>
    message instanceof protocol.messages.ParameterDescriptionMessage ? message.dataTypeIDs : [],
  );

function writtenAs(lite: PGlite, type: number | undefined, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const write = type === undefined ? undefined : lite.serializers[type];
  return write === undefined ? String(value) : write(value);
}

type Parsers = NonNullable<QueryOptions["parsers"]>;

/** Reads what the engine answered as its own client would. */
function resultsIn(messages: readonly Message[], parsers: Parsers, asArrays: boolean): Results<unknown> {
  const fields = messages.flatMap((message) =>
    message instanceof protocol.messages.RowDescriptionMessage
      ? message.fields.map(({ name, dataTypeID }) => ({ name, dataTypeID }))
      : [],
  );
  const read = fields.map(({ dataTypeID }) => parsers[dataTypeID]);
  const cell = (text: string | null, at: number): unknown => (text === null ? null : (read[at]?.(text) ?? text));
  const rows = messages.flatMap((message): unknown[] => {
    if (!(message instanceof protocol.messages.DataRowMessage)) return [];
    const cells = message.fields.map(cell);
    return [asArrays ? cells : Object.fromEntries(cells.map((one, at) => [fields[at]?.name ?? "", one]))];
  });
  return { rows, fields };
}
