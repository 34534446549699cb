import type { Request, Response } from "express";
import { describeError } from "../log.ts";
import { deviceIn } from "./device.ts";
import { type IssuerSettings, isEnoughFor, nameOf } from "./issuer-settings.ts";
import type { Vouched } from "./issuers.ts";
import * as pages from "./pages.ts";
import { postsOf, type SignInParts } from "./parts.ts";
import { portalOf } from "./portal.ts";
import type { Person } from "./sessions.ts";
import { addressToCount, type Throttle, tooMany } from "./throttle.ts";

/** Somebody comes back from their issuer. */
export async function callback(parts: SignInParts, req: Request, res: Response): Promise<void> {
  const { attempts, cookies, issuers, note, sessions, throttle } = parts;
  const began = performance.now();
  const issuer = issuers.named(req.params.issuer);
  if (!issuer) return void res.status(404).send(pages.notFoundPage());
  const address = addressToCount(req.ip);
  const tooManyFails = await throttle.look("address-fails", address);
  if (tooManyFails) return tooMany(res, tooManyFails);

  const { state } = req.query;
  const cookie = cookies.read(req, "attempt");
  const attempt =
    typeof state === "string" && cookie ? await attempts.take({ issuerId: issuer.id, state, cookie }) : undefined;
  cookies.clear(res, "attempt");
  const vouched = attempt && (await redeemed(parts, issuer, attempt, req));
  if (!vouched) {
    await throttle.count("address-fails", address);
    return void res.status(400).send(pages.notFinishedPage());
  }

  const who = { issuer: nameOf(issuer), subject: vouched.subject };
  const wait = issuer.isNotCounted ? undefined : await countPerson(throttle, who, address);
  if (wait) {
    await note({ kind: "throttled", ...who });
    return tooMany(res, wait);
  }
  const posts = await postsOf(parts, issuer, who);
  if (posts.length === 0) {
    await note({ kind: "no-post", ...who });
    await evenly(began);
    return void res.status(403).send(pages.noPostPage());
  }

  const before = cookies.read(req, "session");
  if (before) await sessions.end(before); // whoever was here before, and whatever they hold, ends now
  const only = posts.length === 1 ? posts[0] : undefined;
  if (only && !isEnoughFor(issuer, only.role, vouched.hasSecondFactor)) {
    await note({ kind: "no-second-factor", ...who, post: only });
    return void res.status(403).send(pages.secondFactorPage(issuer, attempt.returnTo));
  }
  if (only) await note({ kind: "signed-in", ...who, post: only });
  const brought = { ...vouched, device: deviceIn(req.get("user-agent")) };
  const going = attempt.returnTo ? { returnTo: attempt.returnTo } : {};
  cookies.set(res, "session", await sessions.begin(who, only, { ...brought, ...going }));
  res.redirect(303, only ? (attempt.returnTo ?? portalOf(only.role)) : "/sign-in/post");
}

/** How long "you have no post" takes at least, for a stranger and for whoever left: the time must not tell them apart. */
const evenMs = 400;
const evenly = (began: number) =>
  new Promise<void>((done) => setTimeout(done, Math.max(0, evenMs - (performance.now() - began))));

/** What the issuer vouches for, or nothing when any of it does not hold. The reason goes to the log, not to the page. */
async function redeemed(
  { issuers, env, log }: SignInParts,
  issuer: IssuerSettings,
  attempt: { state: string; nonce: string; codeVerifier: string },
  req: Request,
): Promise<Vouched | undefined> {
  try {
    return await issuers.redeem(issuer, new URL(req.originalUrl, env.publicOrigin), attempt);
  } catch (error) {
    const reason = describeError(error).code ?? "the issuer's answer did not hold";
    log.warn({ event: "sign-in.refused", issuer: issuer.id, reason, error }, "a sign-in was refused");
    return undefined;
  }
}

async function countPerson(throttle: Throttle, { issuer, subject }: Person, address: string) {
  const [person, personAtAddress] = [
    await throttle.count("person", issuer, subject),
    await throttle.count("person-at-address", issuer, subject, address),
  ];
  return person ?? personAtAddress;
}
