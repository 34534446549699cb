import type { CopyClearing, LocalDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { at, weekdaysBefore } from "./days.ts";
import { agreeAction } from "./plans.ts";
import type { World } from "./world.ts";

/** Whoever leads a plan of an area first, with that plan and its child. */
async function somebodyWhoLeads(world: World) {
  const practitioners = Object.entries(world.plan.people).filter(
    ([, { role }]) => (role ?? "practitioner") === "practitioner",
  );
  for (const [by] of practitioners) {
    const caller = world.as(by, at(world.today, "08:30"));
    const [led] = (await caller.leadProfessional.mine({})).plans;
    if (led === undefined) continue;
    const { members, practitioners: team } = await caller.plan.get({ planId: led.planId });
    const child = members.find((one) => one.visibility === "full");
    const isOnIt = team.some(({ practitionerId }) => practitionerId === world.person(by).practitionerId);
    if (child?.visibility === "full" && isOnIt) return { by, planId: led.planId, childId: child.childId };
  }
  return undefined;
}

type TheirWord = ReturnType<World["as"]>["consent"]["theirWord"];

/** How they took part, that the plan was explained and understood, and what they agree to. */
async function hearThem(
  theirWord: TheirWord,
  { planId, childId, on }: { readonly planId: string; readonly childId: string; readonly on: LocalDate },
): Promise<void> {
  const plan = { planId, childId };
  const { actions } = await theirWord.get(plan);
  for (const [whose, words, form] of [
    ["child", "Drew a good day and a bad one, and chose what to begin with.", "The picture version, read together"],
    ["family", "At the meeting, and again by telephone the day after.", "A talk at home"],
  ] as const) {
    const word = () => ({ ...plan, idempotencyKey: newId(), whose, on });
    await theirWord.takingPart({ ...word(), part: "took-part", words });
    await theirWord.explained({ ...word(), what: "plan", form, understood: "understood" });
    await theirWord.agreement({
      ...word(),
      how: "At the meeting",
      answers: actions.map(({ actionId }) => ({ actionId, answer: "agreed" as const })),
    });
  }
  const advocacy = () => ({ ...plan, idempotencyKey: newId(), whose: "child" as const, on });
  await theirWord.advocacy({
    ...advocacy(),
    step: "needed",
    words: "Says little at meetings, and more to one person.",
  });
  await theirWord.advocacy({ ...advocacy(), step: "offered" });
  await theirWord.advocacy({ ...advocacy(), step: "accepted" });
}

/** The family's own copy of a plan: what named somebody else was taken out, and it went by post or was handed over. */
export async function sendACopy(world: World): Promise<void> {
  const led = await somebodyWhoLeads(world);
  if (led === undefined) throw new Error("nobody leads a plan of which a copy could go");
  const { by, planId, childId } = led;
  const on = weekdaysBefore(world.today, 1);
  await agreeAction(world, planId, childId, {
    by,
    on,
    owner: by,
    what: "Ring the grandmother on 01632 960077 each Friday to hear how the week was.",
    outcome: "Nobody in the family has to tell it twice.",
    inDays: 21,
  });
  const caller = world.as(by, at(on, "16:10"));
  const key = () => ({ idempotencyKey: newId(), planId, childId });
  await hearThem(caller.consent.theirWord, { planId, childId, on });
  await caller.consent.copies.agreed({ ...key(), agreedOn: on });
  await caller.consent.copies.handedOver({ ...key(), whom: "child", handedOverOn: on, receivedOn: on });
  const { carers, post } = await caller.consent.copies.recipients({ planId, childId });
  const [first] = carers;
  const to =
    first === undefined || "problem" in post
      ? { recipient: { is: "child" as const }, way: "handed-over" as const }
      : { recipient: { is: "carer" as const, carerId: first.carerId }, way: "post" as const };
  const { findings } = await caller.consent.copies.look({ planId, childId, ...to });
  const clearings = findings.map(
    ({ key, kind }): CopyClearing =>
      kind === "not-released"
        ? { key, how: "in", because: "Agreed with them when the plan was made: the family was there." }
        : { key, how: "out" },
  );
  const { hash, destination } = await caller.consent.copies.look({ planId, childId, ...to, clearings });
  await caller.consent.copies.send({
    idempotencyKey: newId(),
    planId,
    childId,
    ...to,
    clearings,
    hash,
    purpose: "So that the family has the plan in their own hands.",
    basis: "their-own",
    addressConfirmed: destination?.askedAgain !== undefined,
    ...(destination?.since === undefined ? {} : { addressSince: destination.since }),
  });
}
