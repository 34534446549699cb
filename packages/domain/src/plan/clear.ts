import { isKnown } from "../kernel/facts.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { holdsOn, inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, thePlan, thePractitioner } from "../kernel/subject.ts";
import { counted } from "../kernel/words.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import type { ClearFacts, CoreGroupFacts } from "./agreeing-model.ts";
import { lacks, ofAsked, permits, prevents } from "./saying.ts";

type Clear = GateRule<ClearFacts>;
type Person = Exclude<ClearFacts["people"], string>[number];

/** Everybody on the list of who does what, the family too, says that it is clear, or asks and is answered. */
export const everybodyIsClear = (given: RuleHead): Clear => ({
  ...given,
  title: "Everybody knows who does what",
  force: "must",
  apply: (facts): GateSaid | readonly GateSaid[] => {
    const about = thePlan(facts);
    const { issuedOn, people } = facts;
    if (issuedOn === "not-recorded") return lacks(about, "when the list of who does what was issued");
    if (issuedOn === "none")
      return prevents(about, "Issue the list of who does what to everybody on it, and to the family.");
    if (people === "not-recorded" || people.length === 0) return lacks(about, "who is on the list of who does what");
    const open = people.flatMap((person) => notYet(person, facts));
    return open.length > 0 ? open : permits(about, `It is clear to all ${people.length} of them who does what.`);
  },
});

function notYet(person: Person, { child }: ClearFacts): readonly GateSaid[] {
  const about = ofAsked(person, child.id);
  const { word, answeredOn } = person;
  if (word === "not-recorded") return [lacks(about, "whether the list is clear to everybody on it")];
  if (word === "none") return [prevents(about, "Not yet clear: somebody on the list has not answered. Ask them.")];
  if (word.says === "clear" || (isLocalDate(answeredOn) && answeredOn >= word.on)) return [];
  return [
    prevents(
      about,
      `Not yet clear: on ${inWords(word.on)} somebody on the list asked a question. The lead professional answers it.`,
    ),
  ];
}

/** Before the meeting closes each service at it says what it will deliver, and that nobody else does the same. */
export const servicesConfirm = (given: RuleHead): Clear => ({
  ...given,
  title: "Each service at the meeting confirms its part",
  force: "should",
  apply: (facts): GateSaid | readonly GateSaid[] => {
    const about = thePlan(facts);
    const { people } = facts;
    if (people === "not-recorded") return lacks(about, "who is at the meeting");
    const there = people.filter(({ attends }) => attends);
    const services = [...new Set(there.flatMap(({ agency }) => (isKnown(agency) ? [agency] : [])))];
    if (services.length === 0) return lacks(about, "which services are at the meeting");
    const open = services.filter(
      (service) => !there.some(({ agency, word }) => agency === service && isKnown(word) && word.says === "clear"),
    );
    return open.length === 0
      ? permits(about, `Each of the ${counted(services.length, "service")} at the meeting has confirmed its part.`)
      : open.map((service) =>
          prevents(
            subject("agency", service),
            `${agencyKinds[service].label} has not confirmed what it will deliver, and that it does not do what another does. Ask before the meeting closes.`,
          ),
        );
  },
});

/** A core group has people of two agencies or more, each with a role and the days of it. */
export const ofTwoAgencies = (given: RuleHead): GateRule<CoreGroupFacts> => ({
  ...given,
  title: "A core group is of different agencies",
  force: "must",
  apply: (facts, asAt): GateSaid | readonly GateSaid[] => {
    const about = thePlan(facts);
    if (facts.members === "not-recorded") return lacks(about, "who is in the core group");
    const today = dayOf(asAt);
    const members = facts.members.filter((member) => holdsOn(member, today));
    const agencies = new Set(members.map(({ agency }) => agency)).size;
    const roleless = members.filter(({ role }) => !isKnown(role));
    if (members.length === 0) return prevents(about, "Nobody is in the core group today.");
    if (agencies < 2)
      return prevents(
        about,
        "The core group has people of one agency only: add somebody of another, from the day they join.",
      );
    if (roleless.length > 0) return roleless.map(({ id }) => lacks(thePractitioner(id), "the role of each member"));
    return permits(
      about,
      `The core group has ${counted(members.length, "member")} of ${counted(agencies, "agency", "agencies")}, co-ordinated by the lead professional.`,
    );
  },
});
