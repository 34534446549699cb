import express, { type Request, type Response, Router } from "express";
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
  router.post("/sign-in/:issuer/back-channel-logout", form, (req: Request, res: Response) =>
    issuerSignsOut(parts, req, res),
  );
  return router;
}

/** The way in, the choice of post and the way out: pages that the server draws. */
export function signInRoutes(parts: SignInParts): Router {
  const router = Router();
  const form = [ofType("application/x-www-form-urlencoded"), express.urlencoded({ extended: false, limit: "4kb" })];

  router.get("/sign-in", (req, res) => signInPage(parts, req, res));
  router.get("/sign-in/post", (req, res) => choosePostPage(parts, req, res));
  router.post("/sign-in/post", form, (req: Request, res: Response) => choosePost(parts, req, res));
  router.get("/sign-in/:issuer/start", (req, res) => start(parts, req, res));
  router.get("/sign-in/:issuer/callback", (req, res) => callback(parts, req, res));

  router.get("/sign-out", (req, res) => signOutPage(parts, req, res));
  router.post("/sign-out", form, (req: Request, res: Response) => signOut(parts, req, res, false));
  router.post("/sign-out/everywhere", form, (req: Request, res: Response) => signOut(parts, req, res, true));
  router.get("/signed-out", (_req, res) => void res.send(pages.signedOutPage()));
  router.get("/session-ended", async (req, res) => {
    if ((await parts.found.foundOn(req)).is === "ended") parts.cookies.clear(res, "session");
    res.send(pages.sessionEndedPage(parts.env.sessionIdleMinutes, returnTo(req.query["return-to"])));
  });
  return router;
}
