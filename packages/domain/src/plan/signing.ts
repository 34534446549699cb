import { isKnown } from "../kernel/facts.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePlan } from "../kernel/subject.ts";
import { counted } from "../kernel/words.ts";
import type { SigningFacts } from "./agreeing-model.ts";
import { lacks, ofAsked, permits, prevents, whoIs } from "./saying.ts";

type Party = Exclude<SigningFacts["parties"], string>[number];

/** Everybody the plan is about signs it, or refuses and says why: one or the other, each with its day. */
export const signedOrRefused = (given: RuleHead): GateRule<SigningFacts> => ({
  ...given,
  title: "Signed by everybody, or refused with a reason",
  force: "should",
  apply: (facts): GateSaid | readonly GateSaid[] => {
    const about = thePlan(facts);
    const { parties } = facts;
    if (parties === "not-recorded") return lacks(about, "who is to sign the plan");
    if (parties.length === 0) return prevents(about, "Name those who are to sign the plan.");
    const short = parties.flatMap((party) => withoutWord(party, facts));
    if (short.length > 0) return short;
    const refused = parties.filter((party) => !isSigned(party, facts) && isKnown(party.refusal));
    const signed = `The plan is signed: ${counted(parties.length - refused.length, "signature")}, ${counted(refused.length, "refusal")} with a reason.`;
    return refused.some(({ as }) => as !== "practitioner")
      ? permits(about, `${signed} The family's refusal goes back to the meeting; the lead is provisional until then.`)
      : permits(about, signed);
  },
});

const isSigned = ({ signature }: Party, { versionOn }: SigningFacts) =>
  isKnown(signature) && signature.on >= versionOn && (signature.by !== "telephone" || isKnown(signature.witness));

function withoutWord(party: Party, facts: SigningFacts): readonly GateSaid[] {
  const { signature, refusal } = party;
  if (isSigned(party, facts)) return [];
  const about = ofAsked(party, facts.child.id);
  const who = whoIs[party.as];
  if (isKnown(refusal) && refusal.on >= facts.versionOn)
    return refusal.reasonGiven
      ? []
      : [prevents(about, `On ${inWords(refusal.on)} a signature was refused by ${who}. Write down the reason.`)];
  if (isKnown(signature) && signature.on >= facts.versionOn)
    return [prevents(about, `Said on the telephone by ${who}: name whoever heard it too.`)];
  if (isKnown(signature) || isKnown(refusal))
    return [
      prevents(
        about,
        `Only an earlier version was answered by ${who}: ask again for the one of ${inWords(facts.versionOn)}.`,
      ),
    ];
  return signature === "none" && refusal === "none"
    ? [prevents(about, `Neither a signature nor a refusal is there from ${who}: ask for it.`)]
    : [lacks(about, `whether the plan was signed by ${who}`)];
}
