import type { Request, Response } from "express";
import { nameOf } from "./issuer-settings.ts";
import * as pages from "./pages.ts";
import { away, type SignInParts } from "./parts.ts";
import { portalOf } from "./portal.ts";

export async function signOutPage({ found }: SignInParts, req: Request, res: Response): Promise<void> {
  const session = await found.sessionOf(req);
  if (!session) return res.redirect(303, "/signed-out");
  res.send(pages.signOutPage(portalOf(session.role)));
}

/** What a browser still has of the pages: those it would show again when somebody goes back, and anything that was kept. */
const whatAPageLeaves = '"cache", "storage"';

export async function signOut(parts: SignInParts, req: Request, res: Response, everywhere: boolean): Promise<void> {
  const { cookies, issuers, note, sessions } = parts;
  const secret = cookies.read(req, "session");
  const found = await parts.found.foundOn(req);
  cookies.clear(res, "session");
  res.set("Clear-Site-Data", whatAPageLeaves);
  const ended = secret && (found.is === "at-work" || found.is === "arrived") ? await sessions.end(secret) : undefined;
  if (!ended) return res.redirect(303, "/signed-out");

  const { issuer: name, subject, idToken } = ended;
  if (everywhere) await sessions.endAllOf({ issuer: name, subject });
  const kind = everywhere ? "signed-out-everywhere" : "signed-out";
  await note({ kind, issuer: name, subject, ...(found.is === "at-work" && { post: found.session }) });
  const issuer = issuers.all.find((one) => nameOf(one) === name);
  const url = issuer && (await issuers.endUrl(issuer, idToken).catch((error: unknown) => away(parts, issuer, error)));
  res.redirect(303, url?.href ?? "/signed-out");
}
