import {
  type DesignationDecision,
  DomainError,
  EndMidwifery,
  inWords,
  type LocalDate,
  momentOn,
} from "@linchpin/domain";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { lockedStanding } from "./assign.ts";
import { factsOn, heldOn } from "./facts.ts";
import { endMidwiferyOf, serviceManagersOf } from "./midwifery-store.ts";
import { settle } from "./settle.ts";
import { candidatesOf } from "./settle-store.ts";
import { silenceOf } from "./silence.ts";
import type { ChildStanding, Held } from "./standing-store.ts";
import { MidwiferyEndedView } from "./views.ts";

/**
 * The midwife's care has ended. The health visitor is named person from the later of that day and the day they accepted;
 * until one has, the midwife stays (HIG-55, HD-1).
 */
export const endMidwifery = practitionerProcedure("named-person.end-midwifery")
  .input(EndMidwifery)
  .output(MidwiferyEndedView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      await records.authorise(input.childId);
      const silence = silenceOf(records);
      if (silence) return silence;
      const standing = await lockedStanding(records, input.childId);
      check(standing, input, records.today);
      const handover = handoverOf(input);
      const late = lateness(records, standing, handover ?? records.today);
      if (late !== undefined && input.reason === undefined) refuseInput("reason", "Enter why the handover is late");
      const childVersion = await endMidwiferyOf(records, input);
      const ended = { ...standing, midwiferyEndedOn: input.endedOn };
      const words =
        handover === undefined || input.healthVisitorId === undefined
          ? await withoutVisitor(records, ended, input)
          : await handOver(records, ended, input.healthVisitorId, handover, input.reason);
      if (late !== undefined) await tellServiceManagers(records, ended, input.healthVisitorId);
      return {
        known: true as const,
        childVersion,
        endedOn: input.endedOn,
        handedOverOn: handover ?? null,
        isLate: late !== undefined,
        words,
      };
    }),
  );

function check(standing: ChildStanding, { version, endedOn, acceptedOn }: EndMidwifery, today: LocalDate): void {
  const { bornOn, held } = standing;
  if (standing.version !== version) throw new DomainError({ kind: "changed-since", what: "child" });
  if (bornOn === null) refuseInput("endedOn", "Record the birth first: the midwife's care does not end before it");
  if (held.some(({ stage }) => stage === "before-school"))
    throw new DomainError({ kind: "already", because: "A health visitor has taken over already." });
  if (endedOn < bornOn) refuseInput("endedOn", `Enter a day that is not before the birth, ${inWords(bornOn)}`);
  if (endedOn > today) refuseInput("endedOn", "Enter a day that is not in the future");
  if (acceptedOn !== undefined && acceptedOn > today)
    refuseInput("acceptedOn", "Enter a day that is not in the future");
}

const handoverOf = ({ endedOn, acceptedOn }: EndMidwifery): LocalDate | undefined => {
  if (acceptedOn === undefined) return undefined;
  return acceptedOn > endedOn ? acceptedOn : endedOn;
};

/** The decision that asks for a reason, where the change comes later than the rulebook expects. */
function lateness(records: Records, standing: ChildStanding, day: LocalDate): DesignationDecision | undefined {
  const decision = records
    .book()
    .book.designation("named-person.who", factsOn(standing, day), momentOn(day, "12:00"), records.asAt);
  return decision.needs.some(({ code }) => code === "late-handover") ? decision : undefined;
}

async function withoutVisitor(
  records: Records,
  standing: ChildStanding,
  { endedOn, reason }: EndMidwifery,
): Promise<string> {
  const stays = heldOn(standing.held, records.today);
  const words = `The midwife's care ended on ${inWords(endedOn)}. ${stays?.name ?? "The midwife"} stays the named person until a health visitor has accepted.`;
  const who = records.book().book.designation("named-person.who", factsOn(standing, records.today), records.asAt);
  await records.keep({
    childId: standing.childId,
    act: "named-person.midwifery-ended",
    title: `The midwife's care ended on ${inWords(endedOn)}`,
    detail: reason === undefined ? words : `${words} Why the handover is late: ${reason}`,
    decisions: [who],
  });
  return words;
}

async function handOver(
  records: Records,
  standing: ChildStanding,
  visitorId: string,
  from: LocalDate,
  reason: string | undefined,
): Promise<string> {
  const person = (await candidatesOf(records, [visitorId], from)).get(visitorId);
  if (!person) refuseInput("healthVisitorId", "Choose a health visitor of this area");
  const establishmentId = standing.places.findLast(({ kind }) => kind === "clinic")?.establishmentId ?? null;
  const asHeld: Held = {
    namedPersonId: records.newId(),
    practitionerId: visitorId,
    name: person.name,
    stage: "before-school",
    settledBy: "handover",
    establishmentId,
    reason: null,
    from: momentOn(from).at,
  };
  const asIf = { ...standing, held: [...standing.held, asHeld] };
  const { refused, changed } = await settle(records, [
    { standing, person, from, settledBy: "handover", establishmentId, reason, asIf },
  ]);
  const [prevented] = refused;
  if (prevented) throw new DomainError({ kind: "rule-prevents", decision: prevented.decision });
  if (changed.length === 0) throw new DomainError({ kind: "changed-since", what: "named person" });
  return `${person.name} is the named person from ${inWords(from)}.`;
}

/** Both service managers hear of a late handover; the notice names nobody. */
async function tellServiceManagers(
  records: Records,
  standing: ChildStanding,
  visitorId: string | undefined,
): Promise<void> {
  const people = [heldOn(standing.held, records.today)?.practitionerId, visitorId].filter((one) => one !== undefined);
  const managers = await serviceManagersOf(records, people);
  await tell(
    records,
    managers.map((practitionerId) => ({
      practitionerId,
      act: "named-person.handover-late",
      words: "A handover from a midwife to a health visitor is later than expected. The reason is recorded.",
    })),
  );
}
