import type { Request } from "express";
import type { Cookies } from "./cookies.ts";
import type { Found, Session, Sessions } from "./sessions.ts";

/** A request with no cookie of ours has no session; one whose cookie opens nothing had one. */
export type FoundOnRequest = Found | { readonly is: "none" };

export type SessionOf = {
  /** Who is at work. The database is asked once a request, however often this is. */
  sessionOf(req: Request): Promise<Session | undefined>;
  foundOn(req: Request): Promise<FoundOnRequest>;
  /** Who was found already, for the log: asks nothing. */
  seenOn(req: Request): Session | undefined;
};

/** What a portal sends along when it asks by itself, with nobody at the keys: it keeps no session open. */
export const unattendedHeader = "x-linchpin-unattended";

export function sessionOfRequests(sessions: Sessions, cookies: Cookies): SessionOf {
  const asked = new WeakMap<Request, Promise<FoundOnRequest>>();
  const seen = new WeakMap<Request, Session>();

  const look = async (req: Request): Promise<FoundOnRequest> => {
    const secret = cookies.read(req, "session");
    if (!secret) return { is: "none" };
    const found = await sessions.find(secret, { unattended: req.get(unattendedHeader) !== undefined });
    if (found.is === "at-work") seen.set(req, found.session);
    return found;
  };
  const foundOn = (req: Request) => {
    const before = asked.get(req);
    if (before) return before;
    const found = look(req);
    asked.set(req, found);
    return found;
  };
  return {
    foundOn,
    seenOn: (req) => seen.get(req),
    sessionOf: async (req) => {
      const found = await foundOn(req);
      return found.is === "at-work" ? found.session : undefined;
    },
  };
}
