import express, { type Request, type Response, Router } from "express";
import { endpointsOn } from "../endpoints.ts";
import { ofType } from "../guards.ts";
import { choosePost, choosePostPage } from "./choose-post.ts";
import { callback } from "./come-back.ts";
import { issuerSignsOut } from "./issuer-signs-out.ts";
import { returnTo } from "./origins.ts";
import * as pages from "./pages.ts";
import type { SignInParts } from "./parts.ts";
import { signOut, signOutPage } from "./sign-out.ts";
import { signInPage, start } from "./start.ts";

/** What issuers call by themselves: no browser is there to say which page it comes from. */
export function issuerRoutes(parts: SignInParts): Router {
  const router = Router();
  const form = [ofType("application/x-www-form-urlencoded"), express.urlencoded({ extended: false, limit: "16kb" })];
  endpointsOn(router).post(
    "sign-out.by-issuer",
    "/sign-in/:issuer/back-channel-logout",
    ...form,
    (req: Request, res: Response) => issuerSignsOut(parts, req, res),
  );
  return router;
}

/** The way in, the choice of post and the way out: pages that the server draws. */
export function signInRoutes(parts: SignInParts): Router {
  const router = Router();
  const form = [ofType("application/x-www-form-urlencoded"), express.urlencoded({ extended: false, limit: "4kb" })];

  const on = endpointsOn(router);
  on.get("sign-in.ask", "/sign-in", (req, res) => signInPage(parts, req, res));
  on.get("sign-in.choose-post", "/sign-in/post", (req, res) => choosePostPage(parts, req, res));
  on.post("sign-in.choose-post", "/sign-in/post", ...form, (req: Request, res: Response) =>
    choosePost(parts, req, res),
  );
  on.get("sign-in.begin", "/sign-in/:issuer/start", (req, res) => start(parts, req, res));
  on.get("sign-in.come-back", "/sign-in/:issuer/callback", (req, res) => callback(parts, req, res));

  on.get("sign-out.ask", "/sign-out", (req, res) => signOutPage(parts, req, res));
  on.post("sign-out.end", "/sign-out", ...form, (req: Request, res: Response) => signOut(parts, req, res, false));
  on.post("sign-out.end", "/sign-out/everywhere", ...form, (req: Request, res: Response) =>
    signOut(parts, req, res, true),
  );
  on.get("sign-out.said", "/signed-out", (_req, res) => void res.send(pages.signedOutPage()));
  on.get("sign-out.said", "/session-ended", async (req, res) => {
    if ((await parts.found.foundOn(req)).is === "ended") parts.cookies.clear(res, "session");
    res.send(pages.sessionEndedPage(parts.env.sessionIdleMinutes, returnTo(req.query["return-to"])));
  });
  return router;
}
