import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import { dayOf, type Moment } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { subject } from "../kernel/subject.ts";
import type { AreaStartFacts, NewEntryFacts, PublishingFacts } from "./accountability-model.ts";

type Start = GateRule<AreaStartFacts>;
type Publishing = GateRule<PublishingFacts>;
type NewEntry = GateRule<NewEntryFacts>;
type Signer = PublishingFacts["signatures"][number]["by"];

const say = ({ area }: { readonly area: string }) => sayOf(subject("area", area));

/** An area names its director before it begins: the chain of accountability ends there. */
export const directorIsNamed = (given: RuleHead): Start => ({
  ...given,
  title: "The area's director is named",
  force: "must",
  apply: (facts) => {
    if (facts.director === "not-recorded")
      return say(facts).unknown("the director", "It is not recorded who the director is. Name the director first.");
    return facts.director === "none"
      ? say(facts).prevents("Name the director of children's services: the area begins then.")
      : say(facts).permits(`The director is ${facts.director}.`);
  },
});

type Partners = AreaStartFacts["partners"];

/** The partners that have not signed up by a day, in the order given. */
const notSigned = (partners: Exclude<Partners, string>, on: LocalDate) =>
  partners.filter(({ signedOn }) => !isLocalDate(signedOn) || signedOn > on).map(({ id }) => id);

const partnersSay = (facts: { readonly area: string; readonly partners: Partners }, asAt: Moment): GateSaid => {
  if (facts.partners === "not-recorded")
    return say(facts).unknown("the partner agencies", "It is not recorded which agencies are partners in this.");
  const missing = notSigned(facts.partners, dayOf(asAt));
  const count = facts.partners.length;
  return say(facts).permits(
    missing.length === 0
      ? `All ${count} partners have signed.`
      : `${count - missing.length} of ${count} partners have signed. Not yet signed: ${missing.join(", ")}.`,
  );
};

/** Each partner's signature is kept with its day; who has not signed is listed, and holds nothing up. */
export const partnersAreListed = (given: RuleHead): Start => ({
  ...given,
  title: "Each partner's commitment is recorded",
  apply: partnersSay,
});

/** The same for a version of the rulebook. */
export const partnersAgree = (given: RuleHead): Publishing => ({
  ...given,
  title: "Who agreed a version is kept with it",
  apply: partnersSay,
});

const signers: Readonly<Record<Signer, string>> = {
  director: "the director",
  "lead-member": "the lead member",
  coordinator: "the co-ordinator",
};

/** A version goes live once everybody has signed whose word it takes. */
export const signedOffBy = (given: RuleHead, { all }: { readonly all: readonly Signer[] }): Publishing => ({
  ...given,
  title: `A version goes live once ${all.map((by) => signers[by]).join(", ")} have signed it off`,
  force: "must",
  apply: (facts, asAt): readonly GateSaid[] =>
    all.map((one) => {
      const signed = facts.signatures.some(({ by, on }) => by === one && on <= dayOf(asAt));
      return signed
        ? say(facts).permits(`Signed off: ${signers[one]}.`)
        : say(facts).prevents(`Version ${facts.version} waits for ${signers[one]} to sign it off.`);
    }),
});

/** What a change means for equality is written down first; until then it is a draft. */
export const impactIsAssessed = (given: RuleHead): Publishing => ({
  ...given,
  title: "A change is assessed for what it means for equality",
  force: "must",
  apply: (facts) => {
    if (facts.impactAssessed === "not-recorded")
      return say(facts).unknown(
        "an assessment of what it means for equality",
        "It is not recorded whether it was assessed what the change means for equality. It stays a draft until it is.",
      );
    return facts.impactAssessed
      ? say(facts).permits("What it means for equality is assessed.")
      : say(facts).prevents("Attach what the change means for equality. It stays a draft until then.");
  },
});

/** One dedicated person holds a post of the area at a time. */
export const onePerArea = (given: RuleHead, { post }: { readonly post: NewEntryFacts["entry"] }): NewEntry => ({
  ...given,
  title: "One dedicated co-ordinator for each area",
  force: "must",
  apply: (facts) => {
    if (facts.entry !== post) return undefined;
    if (facts.holder === "not-recorded")
      return say(facts).unknown("who holds the post", "It is not recorded who holds this post in the area.");
    return facts.holder === "none" || facts.holder === facts.person
      ? say(facts).permits("Nobody else holds the post in this area.")
      : say(facts).prevents(`The post is held by ${facts.holder}. End that first: an area has one.`);
  },
});

/** What a document replaced is kept and readable, and is not entered anew. */
export const belongsToThePast = (
  given: RuleHead,
  of: {
    readonly entries: readonly NewEntryFacts["entry"][];
    readonly instead: string;
    readonly by: NewEntryFacts["entry"];
  },
): NewEntry => ({
  ...given,
  title: `Now ${of.instead}`,
  force: "must",
  apply: (facts) => {
    if (facts.entry === of.by) return say(facts).permits(`This is ${of.instead}.`);
    return of.entries.includes(facts.entry)
      ? say(facts).prevents(`This belongs to the past and stays readable. Enter it as ${of.instead}.`)
      : undefined;
  },
});
