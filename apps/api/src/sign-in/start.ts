import type { Request, Response } from "express";
import * as oidc from "openid-client";
import { attemptMinutes } from "./attempts.ts";
import { returnTo } from "./origins.ts";
import * as pages from "./pages.ts";
import { away, type SignInParts } from "./parts.ts";
import { portalOf } from "./portal.ts";
import { newSecret } from "./secrets.ts";
import { addressToCount, tooMany } from "./throttle.ts";

/** The list of issuers; somebody who is signed in goes on to where they were going. */
export async function signInPage({ found, issuers, env }: SignInParts, req: Request, res: Response): Promise<void> {
  const wanted = returnTo(req.query["return-to"]);
  const session = await found.sessionOf(req);
  if (session) return res.redirect(303, wanted ?? portalOf(session.role));
  res.send(pages.signInPage(issuers.all, wanted, env.demo));
}

/** Sends somebody to their issuer, with a way back that only this browser can take, once. */
export async function start(parts: SignInParts, req: Request, res: Response): Promise<void> {
  const issuer = parts.issuers.named(req.params.issuer);
  if (!issuer) return void res.status(404).send(pages.notFoundPage());
  const address = addressToCount(req.ip);
  const wait = issuer.isNotCounted
    ? undefined
    : ((await parts.throttle.count("address-starts", address)) ??
      (await parts.throttle.look("address-fails", address)));
  if (wait) return tooMany(res, wait);

  const way = { state: oidc.randomState(), nonce: oidc.randomNonce(), codeVerifier: oidc.randomPKCECodeVerifier() };
  const withSecondFactor = req.query["second-step"] !== undefined;
  const url = await parts.issuers
    .startUrl(issuer, way, { withSecondFactor })
    .catch((error: unknown) => away(parts, issuer, error));
  if (!url) return void res.status(502).send(pages.issuerAwayPage());
  const cookie = newSecret();
  await parts.attempts.begin({ ...way, issuerId: issuer.id, returnTo: returnTo(req.query["return-to"]) }, cookie);
  parts.cookies.set(res, "attempt", cookie, attemptMinutes * 60);
  res.redirect(303, url.href);
}
