import type { Relation } from "./acts.ts";

/** What somebody did with a child's record, in words that a parent or a young person reads. */

/** Whole acts that read better in words of their own. */
const acts: Readonly<Record<string, string>> = {
  "child.read": "Opened the record: the page that says who your child is and who helps",
  "child.read-roll": "Opened your child's place on the list of a school or clinic",
  "child.search": "Saw your child's name when they looked somebody up",
  "named-person.here.read": "Looked up who your child's named person is, where your child goes",
  "roll.list": "Saw your child's name in the list of a school or clinic",
  "named-person.list-own": "Saw your child's name in the list of children they are named person for",
  "named-person.arrange": "Settled who is named person for which children",
  "named-person.before.list-own": "Saw your child's name in the list of children they were named person for",
  "named-person.before.read": "Read what happened in the time they were named person",
  "own-action.list": "Saw what they have to do in the plan of help",
  "contribution.list-own": "Saw your child's name in the list of plans they may send news to",
  "contribution.read": "Read the short summary of the plan of help that they were given",
  "contribution.send": "Sent news to whoever leads the plan of help",
  "part.list-own": "Saw your child's name in the list of what they were asked to look at for a time",
  "named-person.history.read": "Looked up who has been your child's named person",
  "notice.read": "Read a message about your child",
  "duty.list-own": "Saw your child's name in the list of what they have to do",
  "today.read": "Saw your child's name in what they have to do today",
  "record.chronology.read": "Read what has happened, from the first day on",
  "record.decision.read": "Read a decision and the reasons for it",
  "record.who-looked.read": "Looked up who has looked at the record, as in this list",
  "record.looks.read": "Checked whether people who looked had good reason to",
  "received.read": "Read something about your child that was shared with them",
  "consent.open-copy": "Said why they need to read a copy of something that was shared",
  "consent.send": "Looked at, or sent, a copy of something in the record that was to leave",
  "consent.letter-sent": "Wrote to you or your child",
  "consent.paper-sent": "Gave you or your child a paper",
  "telling.record": "Wrote down that you or your child were told something",
  "sibling.read": "Looked at who your child's brothers and sisters are, and who their named persons are",
  "access-review.read": "Saw your child's name in what somebody they manage can see",
  "access-review.record": "Said whether somebody they manage still needs to see the record",
  "child-index.published":
    "Told the index of children who leads the help your child gets: name, agency and phone, and nothing of your child",
  "child-index.taken-back": "Took out of the index of children who leads the help your child gets",
  "child-index.failed":
    "Wrote to the index of children about who leads the help your child gets, and was not told that it was done",
  /** On no family's list: what came of it is. */
  "child-index.sending": "Was about to write to the index of children about who leads the help your child gets",
  /** On no family's list: nothing left Linchpin. */
  "child-index.not-sent": "Could not reach the index of children about who leads the help your child gets",
  "workload.team.read": "Saw your child's name beside the work of somebody they manage",
  "workload.own.read": "Saw your child's name beside their own work",
};

/** What an act of a topic is about, where it has no words of its own. */
const topics: Readonly<Record<string, string>> = {
  access: "who may see the record",
  arrival: "something about your child that came in",
  // an assessment is its agency's: that one was begun or finished is not for everybody who may see this list (decision 36)
  assessment: "the record",
  allocation: "who could lead the help your child gets",
  "common-element": "what goes with your child from one service to the next",
  child: "who your child is and where your family can be reached",
  concern: "a worry that was written down",
  contribution: "the short summary of the plan of help",
  consent: "what you agreed may be shared",
  dispute: "a disagreement between services",
  emergency: "the record being opened in an emergency",
  "family-word": "what your family asked or told them",
  group: "what the managers of the services are asked to decide together",
  "group-item": "what the managers of the services are asked to decide together",
  "lead-professional": "who leads the help your child gets",
  "legal-status": "your child's standing in law",
  meeting: "a meeting about your child",
  "named-person": "who your child's named person is",
  "own-action": "something they have to do in the plan of help",
  part: "who has a part in your child's help for a time",
  plan: "the plan of help",
  quality: "how well the help works",
  record: "the record",
  /** A paper that a family reads does not tell that a referral was made. */
  referral: "the record",
  reference: "the numbers by which other services know your child",
  restriction: "the record",
  sealing: "whether the record is sealed",
  sibling: "who your child's brothers and sisters are",
  "sibling-flag": "what the named persons of brothers and sisters are told",
  "roll-in": "the list a school or clinic sent",
  supervision: "how those who help are supported",
  transition: "a move from one service to the next",
  workforce: "who is able to lead",
  workload: "how much work those who help have",
  worry: "a worry that was passed on",
};

export type LookedOutcome = "read" | "changed" | "refused" | "system";

/** "Opened the record …", "Changed the plan of help". */
export function lookedInWords(act: string, outcome: LookedOutcome): string {
  const own = acts[act];
  if (own !== undefined) return own;
  const about = topics[act.split(".", 1)[0] ?? ""] ?? "the record";
  return outcome === "read" ? `Looked at ${about}` : `Wrote or changed something about ${about}`;
}

/** Why each relation gives a part in a child's care, as one says it to the family: "They are …". */
const parts: Partial<Record<Relation, string>> & Readonly<Record<string, string>> = {
  "named-person": "they are your child's named person",
  lead: "they lead the help your child gets",
  "acting-lead": "they stand in for whoever leads the help your child gets",
  "proposed-lead": "they were asked to lead the help your child gets",
  "plan-practitioner": "they work on your child's plan",
  "line-manager": "they manage somebody who helps your child",
  "contact-of-record": "they are who you turn to while nobody leads",
  "record-keeper": "they keep the list of a school or clinic your child is on",
  head: "they are in charge of a school or clinic your child is on the list of",
  "review-officer": "they were asked to check or to chair the plan for some weeks",
  "forum-member": "they sit on the group that talks about your child's plan at its meeting",
  "quality-auditor": "they were asked to check how good this plan is for some weeks",
  coordinator: "they were asked to co-ordinate the help for some weeks",
  "role-supervisor": "they support whoever leads the help your child gets in that work",
  "action-owner": "they have something to do in your child's plan",
  contributor: "they were asked to read the short summary of your child's plan and to send news",
  "previous-named-person": "they were your child's named person before, and read what is from that time",
  emergency: "they opened the record because it could not wait",
  released: "something about your child was shared with them",
  list: "your child is on a list their work gives them",
  again: "their page was sent to them a second time",
  "named-person-of-sibling": "they are the named person of a brother or sister of your child",
  asked: "they asked for the decision themselves",
  duty: "they have something to do for your child",
  notice: "they were sent a message about your child",
  telling: "they tell families what has changed",
  placing: "they were asked which child a worry is about",
  "privacy-officer": "they check that nobody looks without good reason",
};

/**
 * Takes what an audit entry says a look rests on ("named-person lead"), gives why in words: "They are your child's named
 * person, and they lead the help your child gets." A change rests on the look it came with.
 */
export function partInWords(basis: string | null, outcome: LookedOutcome): string {
  const said = (basis ?? "").split(" ").flatMap((one) => parts[one] ?? []);
  const [last, ...before] = [...new Set(said)].reverse();
  if (last === undefined)
    return outcome === "changed" ? "As part of their work for your child." : "As part of their work.";
  const all = before.length === 0 ? last : `${before.reverse().join(", ")}, and ${last}`;
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`;
}
