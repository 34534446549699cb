import type { DesignationRule, DesignationSaid, Holder } from "../kernel/designation.ts";
import { isKnown } from "../kernel/facts.ts";
import { inWords, type LocalDate, lastDayOf } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePlan, thePractitioner } from "../kernel/subject.ts";
import { type Post, posts } from "../vocabulary/posts.ts";
import { standingOn, switchOf } from "./continuity-days.ts";
import type { ActingFacts } from "./continuity-model.ts";

type Acting = DesignationRule<ActingFacts>;

const person = (id: string, post?: Post): Holder =>
  post === undefined ? { kind: "person", id } : { kind: "person", id, post };
const inPlace = (post: Post) => (post === "line-manager" ? "the lead's line manager" : posts[post].label);

/** The lead of record leads until the next one has accepted, the family knows by name, and the day has come. */
export const leadUntilNext = (given: RuleHead): Acting => ({
  ...given,
  title: "The lead stays until the next one is in place",
  force: "must",
  apply: (facts, asAt) => {
    const standing = standingOn(facts, dayOf(asAt));
    if (standing.is === "nobody") {
      if (standing.missing !== undefined)
        return {
          tier: "unknown",
          missing: standing.missing,
          about: thePlan(facts),
          because: "It is not recorded who leads this plan.",
        };
      return {
        tier: "expected",
        holder: { kind: "post", post: "lead-professional" },
        about: thePlan(facts),
        because: "Nobody leads on this day. If a lead is needed, agree one.",
      };
    }
    if (standing.is === "successor" && !isKnown(standing.successor.id))
      return {
        tier: "unknown",
        missing: "who leads next",
        about: thePlan(facts),
        because: `The law moves the role on ${inWords(standing.since)}, and it is not recorded to whom. Name the person.`,
      };
    if (standing.is === "successor")
      return {
        tier: "must",
        holder: person(standing.successor.id),
        from: standing.since,
        about: thePractitioner(standing.successor.id),
        because: standing.successor.isByLaw
          ? `The law moves the role on ${inWords(standing.since)}: this person leads from that day.`
          : `The handover is complete: this person leads from ${inWords(standing.since)}.`,
      };
    if (standing.is !== "leads") return undefined;
    return [...stillLeads(facts, standing.lead.id), ...notRecordedOfNext(facts)];
  },
});

function stillLeads(facts: ActingFacts, id: string): readonly DesignationSaid[] {
  const moves = switchOf(facts);
  return [
    {
      tier: "must",
      holder: person(id),
      ...(moves === undefined ? {} : { until: moves }),
      about: thePractitioner(id),
      because:
        typeof facts.successor === "string"
          ? "This person leads and is the contact."
          : moves === undefined
            ? "This person leads and stays the contact until the next one has accepted and the family has been told by name."
            : `This person leads up to and including ${inWords(lastDayOf(moves))}; the next one from ${inWords(moves)}.`,
    },
  ];
}

function notRecordedOfNext({ successor }: ActingFacts): readonly DesignationSaid[] {
  if (typeof successor === "string" || successor.isByLaw) return [];
  const about = thePractitioner(successor.id);
  const asked = [
    ["whether the next lead accepted", successor.acceptedOn],
    ["whether the family was told of the next lead", successor.familyToldOn],
  ] as const;
  return asked
    .filter(([, day]) => day === "not-recorded")
    .map(([missing]) => ({
      tier: "unknown" as const,
      missing,
      about,
      because: `It is not recorded ${missing}. The role does not move until it is.`,
    }));
}

/** Somebody acts for a lead who is away: co-ordination and contact both move, and the lead is paused, not ended. */
export const coverActs = (given: RuleHead): Acting => ({
  ...given,
  title: "Cover takes over co-ordination and contact for the time",
  force: "must",
  apply: (facts, asAt) => {
    const standing = standingOn(facts, dayOf(asAt));
    if (standing.is !== "covered") return undefined;
    const { cover, lead } = standing;
    const paused: DesignationSaid = {
      tier: "barred",
      holder: person(lead.id),
      about: thePractitioner(lead.id),
      because: "The lead is paused, not ended, while somebody acts; it comes back on the day both confirm the return.",
    };
    if (cover.isAway === true)
      return [
        paused,
        {
          tier: "expected",
          holder: { kind: "post", post: "line-manager" },
          about: thePlan(facts),
          because: "The lead and the person who acts are both away: the lead's line manager is the contact.",
        },
      ];
    return [
      paused,
      {
        tier: "must",
        holder: person(cover.id),
        from: cover.from,
        ...(cover.until === undefined ? {} : { until: cover.until }),
        about: thePractitioner(cover.id),
        because: `This person acts as lead from ${inWords(cover.from)}${cover.until === undefined ? " until the lead's return is confirmed" : ` to ${inWords(lastDayOf(cover.until))}`}: actions, review dates and the family's contact are theirs for that time.`,
      },
    ];
  },
});

/** A named person who leads too is away from both: whoever manages the lead is the contact then, so that nobody rings an empty desk. */
const whereLeadIsNamedPerson = (facts: ActingFacts, post: Post, from: LocalDate): readonly DesignationSaid[] =>
  post !== "named-person"
    ? []
    : [
        {
          tier: "may",
          holder: { kind: "post", post: "line-manager" },
          from,
          about: thePlan(facts),
          because:
            "Where the lead is the named person too, the lead's line manager is the contact meanwhile, and is shown to the family.",
        },
      ];

/** From the day the law puts somebody in the lead whom nobody has named yet, the manager of that post's team is the contact. */
export const teamIsContactByLaw = (given: RuleHead, { post }: { readonly post: Post }): Acting => ({
  ...given,
  title: "The team is the contact from the day the law moves the role",
  force: "must",
  apply: (facts, asAt) => {
    const standing = standingOn(facts, dayOf(asAt));
    if (standing.is !== "successor" || !standing.successor.isByLaw || isKnown(standing.successor.id)) return undefined;
    return {
      tier: "expected",
      holder: { kind: "post", post },
      from: standing.since,
      about: thePlan(facts),
      because: `The law moves the role on ${inWords(standing.since)}: ${inPlace(post)} is the contact from that day, until the person is named. The outgoing lead no longer is.`,
    };
  },
});

/** While the lead is away and nobody acts, the family still has somebody to turn to. */
export const contactWhileAway = (given: RuleHead, { post }: { readonly post: Post }): Acting => ({
  ...given,
  title: "A contact while the lead is away and nobody acts",
  apply: (facts, asAt) => {
    const standing = standingOn(facts, dayOf(asAt));
    if (standing.is !== "away") return undefined;
    return [
      {
        tier: "expected",
        holder: { kind: "post", post },
        from: standing.since,
        about: thePlan(facts),
        because: `${standing.isUnsafe ? "It is not safe for the family to turn to the lead" : "The lead is away"} since ${inWords(standing.since)} and nobody acts: ${inPlace(post)} is the contact meanwhile.`,
      },
      ...whereLeadIsNamedPerson(facts, post, standing.since),
    ];
  },
});

/** The deputy does not share the role: there is one lead at any moment, and the deputy's turn comes when it is put in force. */
export const deputyDoesNotShare = (given: RuleHead): Acting => ({
  ...given,
  title: "The deputy does not share the role",
  force: "must",
  apply: (facts, asAt) => {
    const standing = standingOn(facts, dayOf(asAt));
    if (facts.deputy === "none" || facts.deputy === "not-recorded") return undefined;
    if (standing.is !== "leads" && standing.is !== "away") return undefined;
    if (standing.lead.id === facts.deputy) return undefined;
    return {
      tier: "barred",
      holder: person(facts.deputy),
      about: thePractitioner(facts.deputy),
      because:
        "This person is the deputy and does not act as lead professional: that begins when the cover is put in force.",
    };
  },
});

/** A statutory lead finishes and the plan goes on: the deputy becomes lead, or holds the role until one is agreed. */
export const deputyAfterwards = (given: RuleHead): Acting => ({
  ...given,
  title: "The deputy picks the role up when a statutory lead finishes",
  apply: (facts, asAt) => {
    const standing = standingOn(facts, dayOf(asAt));
    if (standing.is !== "ended") return undefined;
    const { deputy, afterwards } = facts;
    if (deputy === "none" || deputy === "not-recorded")
      return {
        tier: "expected",
        holder: { kind: "post", post: "line-manager" },
        from: standing.since,
        about: thePlan(facts),
        because: `The lead ended and no deputy is agreed: the lead's line manager is the contact from ${inWords(standing.since)}, and the plan shows "no lead" until one is agreed.`,
      };
    const acts = `The lead ended, and the deputy acts from ${inWords(standing.since)}`;
    return {
      tier: "must",
      holder: person(deputy),
      from: standing.since,
      about: thePractitioner(deputy),
      because:
        afterwards === "deputy-becomes-lead"
          ? `${acts}: the team recorded that the deputy becomes lead professional.`
          : afterwards === "deputy-holds"
            ? `${acts}, holding the role: a new lead professional is still to be agreed.`
            : `${acts}. The team records whether the deputy becomes lead professional or holds the role until one is agreed.`,
      ...(afterwards === "deputy-becomes-lead"
        ? {}
        : {
            needs: [
              {
                what: "agreement" as const,
                from: "practitioners-involved" as const,
                for:
                  afterwards === "deputy-holds"
                    ? "who leads next"
                    : "whether the deputy becomes lead or holds the role",
              },
            ],
          }),
    };
  },
});

type WhenEnded = "left-post" | "service-finished";

/** A lead who has gone is no contact: from the day after somebody else is, until the next one is in place. */
export const contactAfterLeaving = (
  given: RuleHead,
  { when, post }: { readonly when: readonly WhenEnded[]; readonly post: Post },
): Acting => ({
  ...given,
  title: "A contact when a lead has gone",
  force: "must",
  apply: (facts, asAt) => {
    const standing = standingOn(facts, dayOf(asAt));
    if (standing.is !== "ended" || !when.includes(standing.because)) return undefined;
    return [
      {
        tier: "expected",
        holder: { kind: "post", post },
        from: standing.since,
        about: thePlan(facts),
        because: `The lead has gone and nobody is in place: ${inPlace(post)} is the contact from ${inWords(standing.since)}.`,
      },
      ...whereLeadIsNamedPerson(facts, post, standing.since),
    ];
  },
});

/** A statutory service ends: no statute says who leads next, and the previous lead keeps the functions until somebody does. */
export const previousLeadKeeps = (given: RuleHead): Acting => ({
  ...given,
  title: "The previous lead keeps the functions until the next one starts",
  force: "must",
  apply: (facts, asAt) => {
    const standing = standingOn(facts, dayOf(asAt));
    if (standing.is !== "ended" || standing.because !== "service-finished") return undefined;
    const moves = switchOf(facts);
    return {
      tier: "must",
      holder: person(standing.lead.id),
      from: standing.since,
      ...(moves === undefined ? {} : { until: moves }),
      about: thePractitioner(standing.lead.id),
      because: `The statutory part ended on ${inWords(lastDayOf(standing.since))}. This person goes on, no longer by statute, ${moves === undefined ? "until the next lead has accepted" : `to ${inWords(lastDayOf(moves))}`}; the next lead is chosen in the ordinary way.`,
    };
  },
});
