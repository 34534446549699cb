import type { Request, Response } from "express";
import { describeError } from "../log.ts";
import { type IssuerSettings, nameOf } from "./issuer-settings.ts";
import type { SignInParts } from "./parts.ts";
import type { Ended } from "./sessions.ts";

/**
 * An issuer ends what began with it, by a call of its own: somebody signed out there, or was locked out. No browser is
 * there, so nothing of a page is asked; the token alone says who calls. Whatever is wrong with it, the answer is the same.
 */
export async function issuerSignsOut(parts: SignInParts, req: Request, res: Response): Promise<void> {
  const issuer = parts.issuers.named(req.params.issuer);
  const { logout_token: token } = (req.body ?? {}) as Record<string, unknown>;
  const ended = issuer && typeof token === "string" ? await endedBy(parts, issuer, token) : undefined;
  if (ended === undefined) return void res.status(400).json({ error: "invalid_request" });
  for (const { issuer: name, subject, areaId, practitionerId, postId } of ended) {
    const post = areaId && practitionerId && postId ? { post: { areaId, practitionerId, postId } } : {};
    await parts.note({ kind: "signed-out-by-issuer", issuer: name, subject, ...post });
  }
  res.status(200).end();
}

async function endedBy(
  { issuers, log, sessions }: SignInParts,
  issuer: IssuerSettings,
  token: string,
): Promise<readonly Ended[] | undefined> {
  try {
    const ended = await sessions.endAsTold(nameOf(issuer), await issuers.readLogout(issuer, token));
    if (ended === undefined) throw new TypeError("this was said before");
    return ended;
  } catch (error) {
    const reason = describeError(error).code ?? "the issuer's word did not hold";
    log.warn({ event: "sign-in.logout-refused", issuer: issuer.id, reason, error }, "an issuer's sign-out was refused");
    return undefined;
  }
}
