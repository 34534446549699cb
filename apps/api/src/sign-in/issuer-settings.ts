import { z } from "zod";
import { isLoopback } from "./origins.ts";

/** A service that people sign in with: a council's Entra ID, DfE Sign-in, NHS CIS2. */
export const IssuerSettingsSchema = z.strictObject({
  id: z.string("is missing").regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "may hold small letters, digits and hyphens only"),
  /** What the button says: "Sign in with NHS CIS2". */
  label: z.string("is missing").min(1, "is empty").max(80, "is longer than 80 letters"),
  issuer: z
    .string("is missing")
    .refine((url) => URL.canParse(url) && (/^https:/.test(url) || (/^http:/.test(url) && isLoopback(url))), {
      error: "must be an address that starts with https://",
    }),
  clientId: z.string("is missing").min(1, "is empty"),
  clientSecret: z.string("is missing").min(1, "is empty"),
  clientAuthentication: z.enum(["post", "basic"], 'must be "post" or "basic"').default("post"),
  scope: z
    .string("must be text")
    .refine((scope) => scope.split(" ").includes("openid"), 'must include "openid"')
    .default("openid"),
  /** Areas whose people may come this way; all of them when it is not given. */
  areas: z.array(z.uuid("must be a list of area ids"), "must be a list of area ids").optional(),
  claims: z
    .strictObject({
      /** The claim that tells people apart for ever: "sub", or "oid" where ids differ from one application to the next. */
      subject: z.string("must be text").min(1, "is empty").default("sub"),
      /** Claims that must read exactly so, such as the directory or the level of assurance. */
      required: z.record(z.string(), z.string("must be text")).default({}),
    })
    .prefault({}),
  /** The issuer asks for the password again at each sign-in: rooms and computers are shared. */
  asksEveryTime: z.boolean("must be true or false").default(true),
});

export type IssuerSettings = z.output<typeof IssuerSettingsSchema> & {
  /** How the issuer is written beside each person it vouches for; its own address unless said otherwise. */
  readonly knownAs?: string;
  /** Set by the demonstration's own issuer: it asks for no password that could be guessed, and tests come in by it all day. */
  readonly isNotCounted?: true;
};

/** The issuer as it is written beside each practitioner. */
export const nameOf = (issuer: IssuerSettings): string => issuer.knownAs ?? issuer.issuer;
