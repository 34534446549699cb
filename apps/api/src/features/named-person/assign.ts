import { AssignNamedPerson, addMonths, DomainError, inWords, type LocalDate } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { currentlyOn, heldOn, startsOn } from "./facts.ts";
import { namedPersonsOf } from "./reads.ts";
import { settle } from "./settle.ts";
import { candidatesOf } from "./settle-store.ts";
import { silenceOf } from "./silence.ts";
import { type ChildStanding, lockChildren, standingsOf } from "./standing-store.ts";
import { AssignedView } from "./views.ts";

/** Assigns one child's named person from a day, if the rules let this person be it (HIG-58, HIG-59, HIG-61). */
export const assign = practitionerProcedure("named-person.assign")
  .input(AssignNamedPerson)
  .output(AssignedView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, practitionerId, from, reason } = input;
      await records.authorise(childId);
      const silence = silenceOf(records);
      if (silence) return silence;
      const standing = await lockedStanding(records, childId);
      const seen = heldOn(standing.held, records.today)?.namedPersonId ?? null;
      if (seen !== input.insteadOfId) throw new DomainError({ kind: "changed-since", what: "named person" });
      checkStart(standing, from, records.today);
      const person = (await candidatesOf(records, [practitionerId], from)).get(practitionerId);
      if (!person) refuseInput("practitionerId", "Choose a practitioner of this area");
      const establishmentId = rollOn(standing, from);
      const settledBy = "by-name";
      const { changed, refused, toTell } = await settle(records, [
        { standing, person, from, settledBy, establishmentId, reason },
      ]);
      const [prevented] = refused;
      if (prevented) throw new DomainError({ kind: "rule-prevents", decision: prevented.decision });
      const [done] = changed;
      if (!done)
        throw new DomainError({ kind: "already", because: `${person.name} is the named person on that day already.` });
      const line = await namedPersonsOf(records, childId);
      const namedPerson = line.find(({ namedPersonId }) => namedPersonId === done.namedPersonId);
      if (!namedPerson) throw new Error("the named person that was just written is not visible");
      const before = heldOn(standing.held, records.today);
      const stays = from > records.today && before ? ` ${before.name} stays until then.` : "";
      const words = `${person.name} is the named person from ${inWords(from)}.${stays}`;
      return { known: true as const, namedPerson, decisionId: done.decisionId, toTell, words };
    }),
  );

/** Locks the child's row and gives where the child stands. */
export async function lockedStanding(records: Records, childId: string): Promise<ChildStanding> {
  await lockChildren(records, [childId]);
  const standing = (await standingsOf(records, [childId])).get(childId);
  if (!standing) throw new DomainError({ kind: "not-visible", what: "child" });
  return standing;
}

/** What was recorded of the past is kept; a start further off than a year is a slip. */
function checkStart({ held }: ChildStanding, from: LocalDate, today: LocalDate): void {
  if (from > addMonths(today, 12)) refuseInput("from", "Enter a day within the next 12 months");
  if (from >= today) return;
  const there = held.find((one) => startsOn(one) >= from) ?? heldOn(held, from);
  if (there)
    refuseInput(
      "from",
      `${there.name} is recorded as the named person on or after that day. Enter today or a later day.`,
    );
}

/** The school on that day; before school, the clinic whose caseload the child is on. */
function rollOn(standing: ChildStanding, day: LocalDate): string | null {
  const { stage, school } = currentlyOn(standing, day).standing;
  if (school !== undefined) return school;
  const kind = stage === "pregnancy-and-birth" ? "midwifery-team" : "clinic";
  return standing.places.findLast((place) => place.kind === kind && place.from <= day)?.establishmentId ?? null;
}
