import { type PostRole, postRoles } from "@linchpin/domain";
import { z } from "zod";
import { isLoopback } from "./origins.ts";

const roles = Object.keys(postRoles) as [PostRole, ...PostRole[]];
const TextOrTexts = z.union([z.string(), z.array(z.string()).min(1)], "must be a text, or a list of texts");

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
      /** Claims that must be so, such as the directory or the level of assurance; of several texts one is enough. */
      required: z.record(z.string(), TextOrTexts).default({}),
    })
    .prefault({}),
  /**
   * How more than a password is asked for, and how the issuer says that it was given: managers and privacy officers are
   * let in with nothing less. "always" where the issuer lets nobody in without it, and says nothing of it.
   */
  secondFactor: z
    .union(
      [
        z.literal("always"),
        z.strictObject({
          /** What somebody whose post needs it is sent to the issuer with. */
          asks: z
            .strictObject({ acr_values: z.string().min(1), claims: z.string().min(1) })
            .partial()
            .default({}),
          /** The claim that shows it, and which of its values do. */
          shownBy: z
            .strictObject({ claim: z.string().min(1), values: TextOrTexts })
            .default({ claim: "amr", values: "mfa" }),
          /** Roles that need it here beside those that always do. */
          alsoFor: z.array(z.enum(roles, `must be of ${roles.join(", ")}`)).default([]),
        }),
      ],
      'must be "always", or say what it asks and what it is shownBy',
    )
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

/** Posts from which more is seen than one's own work: a password alone opens none of them, whoever vouches. */
const alwaysNeeded: readonly string[] = [
  "team-manager",
  "service-manager",
  "coordinator",
  "strategic-manager",
  "director",
  "chief-officer",
  "privacy-officer",
  "review-officer",
  "quality-auditor",
] satisfies PostRole[];

/** Whether a session of this issuer may be at work in a post of this role. */
export const isEnoughFor = ({ secondFactor }: IssuerSettings, role: string, hasSecondFactor: boolean): boolean =>
  hasSecondFactor ||
  secondFactor === "always" ||
  !(alwaysNeeded.includes(role) || (secondFactor.alsoFor as readonly string[]).includes(role));

/** Whether a claim says one of the texts that are wanted: by itself, or in a list. */
export const says = (claim: unknown, wanted: string | readonly string[]): boolean =>
  [claim].flat().some((one) => typeof one === "string" && [wanted].flat().includes(one));

/** The issuer as it is written beside each practitioner. */
export const nameOf = (issuer: IssuerSettings): string => issuer.knownAs ?? issuer.issuer;
