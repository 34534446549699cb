import type { LocalDate, RecordConsent } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { at } from "./days.ts";
import type { World } from "./world.ts";

type Answer = Pick<RecordConsent, "saysWhat" | "saysWithWhom" | "saysWhy" | "agencies"> & Partial<RecordConsent>;
type Of = { readonly childId: string; readonly by: string; readonly on: LocalDate };

/** What a parent answered about sharing, in writing; a child's answer and a spoken one say so themselves. Gives its id. */
export async function answered(world: World, { childId, by, on }: Of, answer: Answer): Promise<string> {
  const { answers } = await world.as(by, at(on, "13:10")).consent.record({
    idempotencyKey: newId(),
    childId,
    answeredBy: "parent-or-carer",
    answeredByName: "His mother",
    answer: "given",
    form: "written",
    items: [],
    recipients: [],
    from: on,
    ends: { is: "open" },
    ...answer,
  });
  const found = answers.find(({ says }) => says.what === answer.saysWhat);
  if (found === undefined) throw new Error("an answer that was just recorded is not there");
  return found.consentId;
}

/** The school's concern goes to one person, on what was answered; the family is told, and the child still has to be. */
export async function shareConcern(world: World, { childId, by, on }: Of, to: string, purpose: string): Promise<void> {
  const caller = world.as(by, at(on, "13:40"));
  const { items } = await caller.consent.forChild({ childId });
  const concern = items.find(({ kind, isOwn }) => kind === "concern" && isOwn);
  if (concern === undefined) throw new Error("there is no concern to share");
  await caller.consent.release({
    idempotencyKey: newId(),
    childId,
    kind: "concern",
    itemId: concern.itemId,
    toId: world.person(to).practitionerId,
    purpose,
    basis: "consent",
    isPartOfAnswer: true,
    childTold: { told: "not-yet" },
    familyTold: { told: "yes", on, how: "By phone" },
  });
}

/** A yes is taken back, with everything that rested on it. */
export async function takenBack(
  world: World,
  { by, on, childId }: Of,
  consentId: string,
  because: string,
): Promise<void> {
  const caller = world.as(by, at(on, "14:20"));
  const { answers } = await caller.consent.forChild({ childId });
  const found = answers.find((one) => one.consentId === consentId);
  await caller.consent.takeBack({
    idempotencyKey: newId(),
    consentId,
    version: found?.version ?? 1,
    because,
    familyTold: { told: "yes", on, how: "At the school" },
  });
}

type Told = { readonly by: string; readonly on: LocalDate; readonly about: string; readonly words: string };

/** What a child told somebody, who keeps it to themselves; or passes it on where the child said yes. */
export async function toldInConfidence(world: World, { by, on, about, words }: Told, passedTo?: string): Promise<void> {
  const { notes } = world.as(by, at(on, "15:20")).consent;
  const childSaid = passedTo === undefined ? ("no" as const) : ("yes" as const);
  const { noteId } = await notes.keep({ idempotencyKey: newId(), about, words, heardOn: on, childSaid });
  if (passedTo === undefined) return;
  await notes.passOn({
    idempotencyKey: newId(),
    noteId,
    version: 1,
    toId: world.person(passedTo).practitionerId,
    isReferral: false,
    childTold: { told: "yes", on, how: "Before I wrote to her" },
  });
}
