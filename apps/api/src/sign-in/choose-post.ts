import type { Request, Response } from "express";
import { isEnoughFor, nameOf } from "./issuer-settings.ts";
import * as pages from "./pages.ts";
import { postsOf, type SignInParts } from "./parts.ts";
import { portalOf } from "./portal.ts";
import { formTokenOf, isFormTokenOf } from "./secrets.ts";

/** Whoever has come back from the issuer, at work already or not, with the posts they may choose from. */
async function whoChooses(parts: SignInParts, req: Request) {
  const secret = parts.cookies.read(req, "session");
  const found = await parts.found.foundOn(req);
  if (!secret || found.is === "none" || found.is === "ended") return undefined;
  const who = found.is === "at-work" ? found.session : found.arrival;
  const issuer = parts.issuers.all.find((one) => nameOf(one) === who.issuer);
  if (!issuer) return undefined;
  const session = found.is === "at-work" ? found.session : undefined;
  const wanted = found.is === "arrived" ? found.arrival.returnTo : undefined;
  return { secret, who, issuer, session, wanted, posts: await postsOf(parts, issuer, who) };
}

export async function choosePostPage(parts: SignInParts, req: Request, res: Response): Promise<void> {
  const chooser = await whoChooses(parts, req);
  if (!chooser) return res.redirect(303, "/sign-in");
  const { posts, session, secret } = chooser;
  if (session && posts.length === 1) return void res.send(pages.onePostPage(portalOf(session.role)));
  res.send(pages.choosePostPage(posts, formTokenOf(secret), session?.postId));
}

export async function choosePost(parts: SignInParts, req: Request, res: Response): Promise<void> {
  const chooser = await whoChooses(parts, req);
  if (!chooser) return res.redirect(303, "/session-ended");
  const { secret, who, issuer: settings, session, wanted, posts } = chooser;
  const { "form-token": token, post: chosen } = req.body as Record<string, unknown>;
  if (!isFormTokenOf(secret, token)) return void res.status(403).send(pages.notFinishedPage());
  const { issuer, subject } = who;
  const post = posts.find(({ areaId, postId }) => `${areaId} ${postId}` === chosen);
  if (!post) {
    await parts.note({ kind: "no-post", issuer, subject });
    return void res.status(403).send(pages.noPostPage());
  }
  if (!isEnoughFor(settings, post.role, who.hasSecondFactor)) {
    await parts.note({ kind: "no-second-factor", issuer, subject, post });
    return void res.status(403).send(pages.secondFactorPage(settings, wanted));
  }
  await parts.note({ kind: session ? "changed-post" : "signed-in", issuer, subject, post });
  const next = await parts.sessions.choose(secret, post);
  if (!next) return res.redirect(303, "/session-ended");
  parts.cookies.set(res, "session", next);
  res.redirect(303, wanted ?? portalOf(post.role));
}
