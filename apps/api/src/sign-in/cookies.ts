import type { Request, Response } from "express";

/** Cookies of ours. Over https their names bind them to this host, so that no neighbour can plant one. */
export type Cookies = {
  read(req: Request, cookie: CookieName): string | undefined;
  set(res: Response, cookie: CookieName, value: string, seconds?: number): void;
  clear(res: Response, cookie: CookieName): void;
};
type CookieName = "session" | "attempt";

const names = { session: "linchpin", attempt: "linchpin-sign-in" } as const;
const secretShape = /^[\w-]{43}$/;

export function cookiesFor(publicOrigin: string): Cookies {
  const secure = publicOrigin.startsWith("https:"); // plain http is for this machine only: env.ts sees to that
  const nameOf = (cookie: CookieName) => (secure ? `__Host-${names[cookie]}` : names[cookie]);
  // Lax, not Strict: the way back from the issuer comes from another site.
  const attributes = { httpOnly: true, secure, sameSite: "lax", path: "/" } as const;
  return {
    read: (req, cookie) => {
      const found = cookiesIn(req.headers.cookie).find(([name]) => name === nameOf(cookie))?.[1];
      return found && secretShape.test(found) ? found : undefined;
    },
    set: (res, cookie, value, seconds) => {
      res.cookie(nameOf(cookie), value, seconds ? { ...attributes, maxAge: seconds * 1000 } : attributes);
    },
    clear: (res, cookie) => {
      res.clearCookie(nameOf(cookie), attributes);
    },
  };
}

const cookiesIn = (header = ""): readonly (readonly [string, string])[] =>
  header.split(";").map((part) => {
    const [name = "", ...value] = part.split("=");
    return [name.trim(), value.join("=").trim()];
  });
