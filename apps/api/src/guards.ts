import type { Request, RequestHandler, Response } from "express";

/** How much one call to the API may bring, in bytes. */
export const bodyLimit = 1024 * 1024;
/** How much a call to an upload may bring: a year's roll of a large school, several times over. */
export const uploadLimit = 8 * 1024 * 1024;
/** Calls that may travel in one batch: a screen's worth. */
export const batchLimit = 10;

const reads = new Set(["GET", "HEAD"]);

/** Why a request was turned away before anybody read it: a line of the log says so, by these words and no others. */
export type TurnedAway = "method" | "origin" | "content-type" | "batch" | "length" | "size";

const turnAway = (res: Response, status: number, why: TurnedAway): Response => {
  res.locals.turnedAway = why;
  return res.status(status);
};

/** The same, for whoever writes the log; nothing for a request that was let in. */
export const turnedAway = (res: Response): TurnedAway | undefined =>
  (res.locals as { readonly turnedAway?: TurnedAway }).turnedAway;

/** Nothing is done here but reading and posting. */
export const readsAndPostsOnly: RequestHandler = (req, res, next) => {
  if (reads.has(req.method) || req.method === "POST") return next();
  turnAway(res, 405, "method")
    .set("Allow", "GET, HEAD, POST")
    .type("text/plain")
    .send("Only GET and POST are answered here.");
};

/**
 * A change must come from a page of ours. The browser says where it comes from and a page cannot forge that; without a
 * word of the browser nothing is changed.
 */
export const fromOurPages =
  (publicOrigin: string): RequestHandler =>
  (req, res, next) => {
    if (reads.has(req.method)) return next();
    const origin = req.get("origin");
    const isOurs = origin === undefined ? req.get("sec-fetch-site") === "same-origin" : origin === publicOrigin;
    if (isOurs) return next();
    turnAway(res, 403, "origin").type("text/plain").send("This can only be done from a page of Linchpin.");
  };

/** A form on a foreign page can send three kinds of content, JSON is none of them; ours send one kind each. */
export const ofType =
  (wanted: "application/json" | "application/x-www-form-urlencoded"): RequestHandler =>
  (req, res, next) => {
    if (reads.has(req.method) || contentTypeOf(req) === wanted) return next();
    turnAway(res, 403, "content-type").type("text/plain").send(`This can only be sent as ${wanted}.`);
  };

const contentTypeOf = (req: Request) => req.get("content-type")?.split(";")[0]?.trim().toLowerCase();

/** Calls are posted, so that what they ask is in no address, log or history. */
export const postOnly: RequestHandler = (req, res, next) => {
  if (req.method === "POST") return next();
  turnAway(res, 405, "method").set("Allow", "POST").type("text/plain").send("Calls are sent by POST.");
};

/** Holds a call to its size, known before a byte of it is read, and a batch to its length. */
export const withinLimits =
  (uploads: readonly string[]): RequestHandler =>
  (req, res, next) => {
    const calls = callsIn(req.path);
    if (!calls || calls.length > batchLimit) {
      turnAway(res, 400, "batch").type("text/plain").send(`Up to ${batchLimit} calls can be sent together.`);
      return;
    }
    const length = req.get("content-length");
    if (length === undefined) {
      turnAway(res, 411, "length").type("text/plain").send("Say how long the call is.");
      return;
    }
    const [only] = calls;
    const limit = calls.length === 1 && only !== undefined && uploads.includes(only) ? uploadLimit : bodyLimit;
    if (Number(length) > limit) {
      turnAway(res, 413, "size")
        .set("Connection", "close")
        .type("text/plain")
        .send("That is more than can be sent at once.");
      return;
    }
    next();
  };

function callsIn(path: string): readonly string[] | undefined {
  try {
    return decodeURIComponent(path).replace(/^\//, "").split(",");
  } catch {
    return undefined; // not an address that a browser writes
  }
}
