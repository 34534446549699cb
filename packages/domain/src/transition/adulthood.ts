import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { addMonths, ageOn, inWords, isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild, thePractitioner } from "../kernel/subject.ts";
import type { AdultPractitionerFacts, AgeLimitFacts, TransitionFacts } from "./model.ts";

type Transition = DutyRule<TransitionFacts>;
const ofLead = ({ lead }: TransitionFacts) =>
  ({
    who: "lead-professional",
    ...byId(lead),
    onAccountOf: "lead-professional",
  }) as const;

/** Where help moves to services for adults, no option found some months before is put before the lead and the lead's manager. */
export const findAdultOption = (given: RuleHead, { months }: { readonly months: number }): Transition => ({
  ...given,
  title: "An option in services for adults is found in time",
  force: "should",
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    return facts.keyPoints
      .filter(
        ({ kind, adultOption }) =>
          kind === "adult-services" && (adultOption === "none" || adultOption === "not-recorded"),
      )
      .flatMap(({ id, on, openedOn }): readonly DutySaid[] => {
        const by = addMonths(on, -months);
        const about = theChild(facts.child.id);
        const find: DutySaid = {
          ...ofLead(facts),
          act: `transition.find-adult-option:${id}`,
          due: { day: by },
          ifMissed: "The lead's manager is alerted.",
          about,
          because: `Services for children end on ${inWords(on)}. Find who could take it on among services for adults, arrange a first meeting, and settle on what basis information is shared.`,
        };
        const alert: DutySaid = {
          who: "line-manager",
          act: `transition.no-adult-option:${id}`,
          due: "at-once",
          onAccountOf: "lead-professional",
          about,
          because: `Services for children end on ${inWords(on)} and no option in services for adults is recorded.`,
        };
        return [...(isLocalDate(openedOn) ? [find] : []), ...(day >= by ? [alert] : [])];
      });
  },
});

/** The young person understands what they are entitled to as an adult: what was explained, when, and their own summary. */
export const explainEntitlement = (given: RuleHead): Transition => ({
  ...given,
  title: "What adulthood brings is explained, and kept in the young person's words",
  force: "should",
  apply: (facts) => {
    const open = facts.keyPoints.filter(({ kind, openedOn }) => kind === "adult-services" && isLocalDate(openedOn));
    const { entitlementTalk: talk } = facts;
    if (open.length === 0 || (typeof talk !== "string" && talk.ownWords === true)) return undefined;
    const first = open.map(({ on }) => on).sort()[0];
    return {
      ...ofLead(facts),
      act: "transition.explain-entitlement",
      due: first === undefined ? "unknown" : { day: first },
      about: theChild(facts.child.id),
      because:
        typeof talk === "string"
          ? "Explain what the young person is entitled to as an adult and what it means with the services here, and keep their own summary of it."
          : `What the young person is entitled to was explained on ${inWords(talk.on)}. Keep their own summary of it; until then this stays open.`,
    };
  },
});

/** The lead goes with the young person to first meetings with services for adults; a lead who cannot names somebody. */
export const goAlong = (given: RuleHead): Transition => ({
  ...given,
  title: "The lead goes along to first meetings with adult services",
  force: "should",
  apply: (facts, asAt) =>
    facts.adultMeetings.flatMap(({ id, on, youngPersonThere, leadThere, standIn }): readonly DutySaid[] => {
      const about = theChild(facts.child.id);
      const isHeld = on <= dayOf(asAt);
      const owed = (act: string, because: string): DutySaid => ({
        ...ofLead(facts),
        act: `transition.${act}:${id}`,
        due: { day: on },
        about,
        because,
      });
      const hasStandIn = standIn !== "none" && standIn !== "not-recorded";
      return [
        ...(leadThere === true || hasStandIn
          ? []
          : leadThere === false
            ? [owed("name-stand-in", `The lead is not at the meeting of ${inWords(on)}: name who goes along instead.`)]
            : [
                owed(
                  "go-along",
                  `Go with the young person to the meeting of ${inWords(on)}, and record who was there.`,
                ),
              ]),
        ...(isHeld && youngPersonThere === "not-recorded"
          ? [owed("record-attendance", `Record whether the young person was at the meeting of ${inWords(on)}.`)]
          : []),
        ...(isHeld && youngPersonThere === false
          ? [owed("meet-again", `The young person was not at the meeting of ${inWords(on)}: arrange another.`)]
          : []),
      ];
    }),
});

/** Each gap in readiness for services for adults becomes an action of the plan. */
export const gapsBecomeActions = (given: RuleHead): Transition => ({
  ...given,
  title: "Each gap in readiness becomes an action",
  force: "should",
  apply: (facts) =>
    facts.readinessGaps
      .filter(({ action }) => action === "none" || action === "not-recorded")
      .map(
        ({ id }): DutySaid => ({
          ...ofLead(facts),
          act: `plan.add-action-for-gap:${id}`,
          due: "at-once",
          about: theChild(facts.child.id),
          because: "A gap in readiness for services for adults has no action yet: write one into the plan.",
        }),
      ),
});

type AgeLimit = GateRule<AgeLimitFacts>;
const unknownAge = ({ child }: AgeLimitFacts): GateSaid => ({
  effect: "unknown",
  missing: "the date of birth",
  about: theChild(child.id),
  because: "The date of birth is not recorded.",
});

/** Help is for those under an age; past it a case needs a basis to go on or a decision to close, and never closes by itself. */
export const underAge = (given: RuleHead, { age }: { readonly age: number }): AgeLimit => ({
  ...given,
  title: "A case is open up to an age",
  force: "should",
  apply: (facts) => {
    const { child, on, bases } = facts;
    const about = theChild(child.id);
    if (child.bornOn === "not-recorded") return unknownAge(facts);
    if (ageOn(child.bornOn, on) < age)
      return { effect: "permits", about, because: `The young person is under ${age} on ${inWords(on)}.` };
    if (bases === "not-recorded")
      return {
        effect: "unknown",
        missing: "whether there is a basis to go on past the age limit",
        about,
        because: `The young person is ${age} or over on ${inWords(on)}, and it is not recorded whether there is a basis to go on.`,
      };
    return {
      effect: "prevents",
      about,
      because: `The young person is ${age} or over on ${inWords(on)}: the case needs a basis to go on, or a decision to close. It does not close by itself.`,
    };
  },
});

/** With a learning difficulty or a disability, assessed as such, the case may go on as a transition up to a later birthday. */
export const learningDifficulty = (
  given: RuleHead,
  { untilAge, lifts }: { readonly untilAge: number; readonly lifts: readonly string[] },
): AgeLimit => ({
  ...given,
  title: "A learning difficulty or disability lets the case go on",
  apply: ({ child, on, bases }) => {
    if (child.bornOn === "not-recorded" || bases === "not-recorded") return undefined;
    const has = bases.some(({ kind, recordedOn }) => kind === "learning-difficulty-assessment" && recordedOn <= on);
    if (!has || ageOn(child.bornOn, on) >= untilAge) return undefined;
    return {
      effect: "permits",
      about: theChild(child.id),
      lifts,
      because: `A learning difficulty or disability is assessed and on record: the case may go on as a transition until the ${untilAge}th birthday.`,
    };
  },
});

/** A care leaver has an adviser up to an age, or to the end of an approved programme begun before it, whichever is later. */
export const careLeaver = (
  given: RuleHead,
  { untilAge, lifts }: { readonly untilAge: number; readonly lifts: readonly string[] },
): AgeLimit => ({
  ...given,
  title: "A care leaver is supported up to an age or to the end of a programme",
  apply: ({ child, on, bases }) => {
    const { bornOn } = child;
    if (bornOn === "not-recorded" || bases === "not-recorded") return undefined;
    const about = theChild(child.id);
    return bases
      .filter(({ kind, recordedOn }) => kind === "care-leaver" && recordedOn <= on)
      .flatMap(({ programme }): readonly GateSaid[] => {
        if (ageOn(bornOn, on) < untilAge)
          return [
            {
              effect: "permits",
              about,
              lifts,
              because: `A care leaver has a personal adviser until the ${untilAge}st birthday.`,
            },
          ];
        if (programme === "not-recorded")
          return [
            {
              effect: "unknown",
              missing: "whether the care leaver is in an approved programme",
              about,
              lifts,
              because:
                "It is not recorded whether the care leaver is in an approved programme of education or training.",
            },
          ];
        if (programme === "none" || on > programme.lastDay) return [];
        return isBegunBefore(bornOn, programme.begins, untilAge)
          ? [
              {
                effect: "permits",
                about,
                lifts,
                because: `The care leaver is in an approved programme: support goes on until ${inWords(programme.lastDay)}.`,
              },
            ]
          : [
              {
                effect: "refers",
                decidedBy: "team-manager",
                about,
                lifts,
                because: `The programme began at ${untilAge} or later: a manager decides whether support goes on.`,
              },
            ];
      });
  },
});

const isBegunBefore = (bornOn: LocalDate, begins: LocalDate, age: number) => ageOn(bornOn, begins) < age;

/** Somebody from services for adults may join before the young person is 18, and sees what there is a basis for. */
export const adultsMayJoin = (given: RuleHead): GateRule<AdultPractitionerFacts> => ({
  ...given,
  title: "Somebody from services for adults may join early",
  force: "may",
  apply: ({ practitioner, basis, child }) => {
    if (basis === "not-recorded")
      return {
        effect: "unknown",
        missing: "on what basis information is shared",
        about: theChild(child.id),
        because: "It is not recorded on what basis this person may see items of the case.",
      };
    return basis === "none"
      ? {
          effect: "prevents",
          about: theChild(child.id),
          because:
            "Nobody has settled on what basis this person may see anything of the case: settle that first, item by item.",
        }
      : {
          effect: "permits",
          about: thePractitioner(practitioner),
          because:
            "This person may join the team before the young person is 18, sees only the items there is a basis for, and stands on the contact list.",
        };
  },
});
