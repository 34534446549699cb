import type { DesignationRule, DesignationSaid } from "../kernel/designation.ts";
import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { addMonths, inWords, isLocalDate } from "../kernel/local-date.ts";
import type { MeasureRule, MeasureSaid } from "../kernel/measure.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, theChild, thePractitioner } from "../kernel/subject.ts";
import type { PartnerFacts, PartnershipFacts, RequestFacts, SupportedFacts } from "./managers-model.ts";

type Partner = DutyRule<PartnerFacts>;

const ofAgency = ({ agency }: PartnerFacts) =>
  ({ who: "agency", whoId: agency.id, onAccountOf: "agency", about: subject("agency", agency.id) }) as const;

/** All partners know what a lead professional is and does: each acknowledges it, and is reminded until it has. */
export const roleIsAcknowledged = (given: RuleHead): Partner => ({
  ...given,
  title: "Each partner knows what a lead professional is and does",
  apply: (facts): DutySaid | undefined =>
    isLocalDate(facts.acknowledgedOn)
      ? undefined
      : {
          ...ofAgency(facts),
          act: "workforce.acknowledge-role",
          due: "at-once",
          because:
            "This agency has not acknowledged what a lead professional is and does. It is reminded until it has.",
        },
});

/** Each service lists who could lead, and names who holds the links for children who move on. */
export const couldLeadIsListed = (given: RuleHead): Partner => ({
  ...given,
  title: "Each service lists who could lead, and who holds its links",
  apply: (facts): readonly DutySaid[] => [
    ...(facts.listsWhoCouldLead === true
      ? []
      : [
          {
            ...ofAgency(facts),
            act: "workforce.list-who-could-lead",
            due: "at-once" as const,
            because:
              facts.listsWhoCouldLead === false
                ? "This service has no list of who could lead. Make one."
                : "It is not recorded whether this service has a list of who could lead.",
          },
        ]),
    ...(facts.linkPerson === "none" || facts.linkPerson === "not-recorded"
      ? [
          {
            ...ofAgency(facts),
            act: "workforce.name-link-person",
            due: "at-once" as const,
            because:
              "Nobody is named in this service for the links when a child moves on to the next one. Name somebody.",
          },
        ]
      : []),
  ],
});

/** Somebody who has led speaks of it in their own agency; an agency with nobody shows. */
export const advocateIsFound = (given: RuleHead): Partner => ({
  ...given,
  title: "Each agency has somebody who speaks of leading",
  force: "may",
  apply: (facts): DutySaid | undefined =>
    facts.advocates === 0
      ? {
          ...ofAgency(facts),
          act: "workforce.find-advocate",
          due: "at-once",
          because: "Nobody here who has led is willing to speak of it to colleagues yet. Ask those who have.",
        }
      : facts.advocates === "not-recorded"
        ? {
            ...ofAgency(facts),
            act: "workforce.find-advocate",
            due: "unknown",
            because: "It is not recorded whether anybody here who has led speaks of it to colleagues.",
          }
        : undefined,
});

/** What leading asks stands in the descriptions of the posts that could; the others have a day by which it does. */
export const postsSaySo = (given: RuleHead): Partner => ({
  ...given,
  title: "Job descriptions say that the post may lead",
  apply: (facts): DutySaid | undefined => {
    const owed = { ...ofAgency(facts), act: "workforce.flag-posts" } as const;
    const due = isLocalDate(facts.targetOn) ? { day: facts.targetOn } : "unknown";
    if (facts.posts === "not-recorded")
      return { ...owed, due, because: "It is not recorded in how many posts the description says that they may lead." };
    const { listed, flagged } = facts.posts;
    const open = listed - flagged;
    if (open <= 0) return undefined;
    return {
      ...owed,
      due,
      because: `${flagged} of ${listed} posts say in their description that they may lead; ${open} still ${open === 1 ? "has" : "have"} to${isLocalDate(facts.targetOn) ? `, by ${inWords(facts.targetOn)}` : ". Set a day for that"}.`,
    };
  },
});

/** An agency that has not signed up to working together is marked so wherever it stands on a plan. */
export const signedUpOrMarked = (given: RuleHead): Partner => ({
  ...given,
  title: "Who has signed up to working together",
  apply: (facts, asAt): DutySaid | undefined => {
    if (isLocalDate(facts.signedUpOn) && facts.signedUpOn <= dayOf(asAt)) return undefined;
    const owed = { ...ofAgency(facts), act: "workforce.sign-up" } as const;
    return isLocalDate(facts.signedUpOn)
      ? {
          ...owed,
          due: { day: facts.signedUpOn },
          because: `Not yet signed up to working together: it does so on ${inWords(facts.signedUpOn)}. Until then it is marked so on each plan.`,
        }
      : {
          ...owed,
          due: facts.signedUpOn === "none" ? "at-once" : "unknown",
          because:
            facts.signedUpOn === "none"
              ? "Not yet signed up to working together: it is marked so on each plan."
              : "It is not recorded whether this service signed up to working together: it is marked so on each plan.",
        };
  },
});

/** Where an area has managers of integrated working, requests come to them; where it has none, to the line manager. */
export const requestGoesTo = (
  given: RuleHead,
  { hasTier }: { readonly hasTier: boolean },
): DesignationRule<RequestFacts> => ({
  ...given,
  title: "Who takes a request for advice or help",
  apply: ({ request, lineManager, coordinatingManager }): DesignationSaid => {
    const about = subject("area", request.id);
    const id = hasTier ? coordinatingManager : lineManager;
    if (id === "none" || id === "not-recorded")
      return {
        tier: "unknown",
        missing: hasTier ? "who co-ordinates integrated working here" : "the line manager",
        about,
        because: hasTier
          ? "This area has a manager for integrated working, and nobody is recorded in that post."
          : "It is not recorded who this practitioner's line manager is.",
      };
    return {
      tier: "must",
      holder: { kind: "person", id },
      about,
      because: hasTier
        ? "This area has a manager for integrated working, who takes requests for advice, drafts and settling a disagreement."
        : "This area has no manager for integrated working, so the line manager takes it.",
    };
  },
});

/** How many of a team's leads have had no training or support for some months: people, out of all who lead. */
export const leftWithoutSupport = (
  given: RuleHead,
  { months }: { readonly months: number },
): MeasureRule<SupportedFacts> => ({
  ...given,
  title: "Leads without training or support",
  apply: ({ leads }, asAt): readonly MeasureSaid[] => {
    const since = addMonths(dayOf(asAt), -months);
    return leads.flatMap(({ id, lastTrainedOrSupportedOn: last }): readonly MeasureSaid[] => {
      if (isLocalDate(last) && last > since) return [];
      const said = { label: id, about: thePractitioner(id) };
      return [
        last === "not-recorded"
          ? {
              ...said,
              amount: 0,
              missing: "when somebody last had training or support",
              because: "It is not recorded when this person last had training or support for the role.",
            }
          : {
              ...said,
              amount: 1,
              because: isLocalDate(last)
                ? `The last training or support for the role was on ${inWords(last)}, ${months} months ago or more.`
                : "This person has had no training or support for the role.",
            },
      ];
    });
  },
});

/** One designated person of a partnership of schools leads for its pupils with a range of needs, or makes sure another does. */
export const designeeSeesToLead = (given: RuleHead): DutyRule<PartnershipFacts> => ({
  ...given,
  title: "A partnership's designated person sees to it that somebody leads",
  force: "must",
  apply: ({ partnership, designee, pupils }): readonly DutySaid[] => {
    const isKnown = designee !== "none" && designee !== "not-recorded";
    if (!isKnown)
      return [
        {
          who: "head-teacher",
          act: "workforce.name-designee",
          due: designee === "none" ? "at-once" : "unknown",
          onAccountOf: "head-teacher",
          about: subject("agency", partnership),
          because:
            designee === "none"
              ? "This partnership has nobody designated for pupils with a range of needs. Designate somebody."
              : "It is not recorded who is designated here for pupils with a range of needs.",
        },
      ];
    return pupils
      .filter(
        ({ needsSeveralServices, lead }) =>
          needsSeveralServices === true && (lead === "none" || lead === "not-recorded"),
      )
      .map(({ childId, lead }) => ({
        who: "practitioner",
        whoId: designee,
        act: `workforce.see-to-lead:${childId}`,
        due: "at-once",
        onAccountOf: "practitioner",
        about: theChild(childId),
        because:
          lead === "none"
            ? "Several services are needed and nobody leads: lead for this pupil, or make sure that somebody else does."
            : "Several services are needed, and it is not recorded who leads: find out, and make sure that somebody does.",
      }));
  },
});
