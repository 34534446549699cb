import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import type { Request, RequestHandler, Response } from "express";

type Encoding = "br" | "gzip";
type Served = {
  readonly path: string;
  readonly body: Buffer;
  readonly etag: string;
  /** The same, compressed when it was built. */
  readonly smaller: ReadonlyMap<Encoding, Buffer>;
};
const suffixes = { br: ".br", gzip: ".gz" } as const;

/**
 * A built portal, read once: some megabytes, and no address can lead outside it. Files under assets/ carry a hash in their
 * names and never change; the page itself is asked for again each time.
 */
export function portalAt(folder: string, mayOpen: RequestHandler): RequestHandler {
  const files = filesUnder(folder);
  const index = files.get("/index.html");
  return (req, res, next) => {
    if (req.method !== "GET" && req.method !== "HEAD") return next();
    const path = decoded(req.path);
    const isAsset = path?.startsWith("/assets/");
    const file = path === undefined ? undefined : path === "/" ? index : files.get(path);
    if (file && file !== index) {
      send(req, res, file, isAsset ? "public, max-age=31536000, immutable" : "no-cache");
      return;
    }
    if (!index || isAsset || path === undefined || (extname(path) !== "" && file !== index)) return next();
    return mayOpen(req, res, (error?: unknown) => (error ? next(error) : send(req, res, index, "no-cache")));
  };
}

/** One file of ours at an address of its own. */
export function fileAt(file: string): RequestHandler {
  const body = readFileSync(file);
  const served = { path: file, body, etag: etagOf(body), smaller: new Map() };
  return (req, res) => send(req, res, served, "no-cache");
}

export const isBuilt = (folder: string): boolean => existsSync(join(folder, "index.html"));

function send(req: Request, res: Response, file: Served, cacheControl: string): void {
  const encoding = file.smaller.size > 0 ? bestOf(req, file.smaller) : undefined;
  res.set({ "Cache-Control": cacheControl, ETag: encoding ? file.etag.replace(/"$/, `-${encoding}"`) : file.etag });
  if (file.smaller.size > 0) res.vary("Accept-Encoding");
  if (req.fresh) {
    res.status(304).end();
    return;
  }
  res.type(extname(file.path));
  if (encoding) res.set("Content-Encoding", encoding);
  const body = (encoding && file.smaller.get(encoding)) ?? file.body;
  res.set("Content-Length", String(body.length));
  res.end(req.method === "HEAD" ? undefined : body);
}

const bestOf = (req: Request, smaller: ReadonlyMap<Encoding, Buffer>): Encoding | undefined =>
  (["br", "gzip"] as const).find((encoding) => smaller.has(encoding) && req.acceptsEncodings(encoding) === encoding);

function filesUnder(folder: string): ReadonlyMap<string, Served> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const known = new Set(names);
  const served = names
    .filter((name) => !/\.(br|gz|map)$/.test(name))
    .map((name): [string, Served] => {
      const path = `/${relative(folder, name).split(sep).join("/")}`;
      const body = readFileSync(name);
      const smaller = (["br", "gzip"] as const)
        .filter((encoding) => known.has(`${name}${suffixes[encoding]}`))
        .map((encoding) => [encoding, readFileSync(`${name}${suffixes[encoding]}`)] as const);
      return [path, { path, body, etag: etagOf(body), smaller: new Map(smaller) }];
    });
  return new Map(served);
}

const etagOf = (body: Buffer) => `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
