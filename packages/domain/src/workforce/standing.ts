import type { PractitionerFacts } from "../lead-professional/model.ts";
import type { BesideStanding, StandingOnRecord } from "./model.ts";

/** Takes what is on record of a practitioner, gives the facts the rules ask for. Where nothing is recorded it says so. */
export function practitionerFacts(id: string, standing: StandingOnRecord, beside: BesideStanding): PractitionerFacts {
  const periods = standing.mentor?.state === "named" ? standing.mentor.periods : [];
  return {
    id,
    workplaceInArea: standing.workplace?.isInArea ?? "not-recorded",
    enhancedCheck: checked(standing["enhanced-check"]),
    qualification: qualified(standing.qualification),
    recommendation:
      standing.recommendation === undefined
        ? "not-recorded"
        : standing.recommendation.state === "none"
          ? "none"
          : { on: standing.recommendation.on, namesTheExperience: standing.recommendation.experience !== undefined },
    training: completed(standing.training),
    informationSharingTraining: completed(standing["information-sharing-training"]),
    firstLedOn: firstLedOn(standing, beside),
    mentor: mentorFacts(standing, beside),
    mentoredBefore:
      standing.mentor === undefined ? "not-recorded" : periods.slice(0, -1).map(({ from, until }) => ({ from, until })),
    engagement: standing.engagement?.is ?? "not-recorded",
    exception: beside.exception ?? "none",
    inPool: standing.pool?.isIn ?? "not-recorded",
  };
}

/** What the rules ask of a check; who saw the certificate stays on the record. */
const checked = (fact: StandingOnRecord["enhanced-check"]): PractitionerFacts["enhancedCheck"] => {
  if (fact === undefined) return "not-recorded";
  if (fact.state === "cleared") return { state: fact.state, on: fact.on, issuedOn: fact.issuedOn };
  return fact.state === "not-suitable" ? { state: fact.state, on: fact.on } : { state: fact.state };
};

const qualified = (fact: StandingOnRecord["qualification"]): PractitionerFacts["qualification"] =>
  fact === undefined ? "not-recorded" : fact.state === "none" ? "none" : { on: fact.on };

const completed = (fact: StandingOnRecord["training"]): PractitionerFacts["training"] =>
  fact === undefined ? "not-recorded" : fact.state === "none" ? "none" : { completedOn: fact.on };

/** The earliest lead anybody knows of, here or before. */
function firstLedOn(
  { "first-led": before }: StandingOnRecord,
  { firstLeadHere: here }: BesideStanding,
): PractitionerFacts["firstLedOn"] {
  const elsewhere = before?.state === "led" ? before.on : undefined;
  if (here !== undefined && elsewhere !== undefined) return here < elsewhere ? here : elsewhere;
  return here ?? elsewhere ?? (before?.state === "never" ? "never" : "not-recorded");
}

function mentorFacts(
  { mentor }: StandingOnRecord,
  { mentor: known, lineManagerIds }: BesideStanding,
): PractitionerFacts["mentor"] {
  if (mentor === undefined) return "not-recorded";
  const last = mentor.state === "named" ? mentor.periods.at(-1) : undefined;
  if (last === undefined) return "none";
  const trained = completed(known?.standing.training);
  const own = known?.standing.mentor;
  const lastOfOwn = own?.state === "named" ? own.periods.at(-1) : undefined;
  return {
    id: last.mentorId,
    from: last.from,
    ...(last.until === undefined ? {} : { until: last.until }),
    trained: trained === "not-recorded" ? trained : trained !== "none",
    monthsAsLead: known?.monthsAsLead ?? "not-recorded",
    isMentee: lastOfOwn !== undefined && lastOfOwn.until === undefined,
    isLineManager: lineManagerIds.includes(last.mentorId),
    ...(known?.absences === undefined || known.absences.length === 0 ? {} : { absences: known.absences }),
  };
}
