import { AnswerForSupervision, AskForSupervision, DomainError, inWords, lateFrom } from "@linchpin/domain";
import { managersOf } from "../../line-managers.ts";
import { linkTo } from "../../links.ts";
import { owe, tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { dutyFacts } from "./facts.ts";
import { agendaOf, knownOf } from "./people.ts";
import { addRequest, answerRequest } from "./request-store.ts";
import { ledBy, personRow, requestsOf } from "./store.ts";
import { SupervisionDone } from "./views.ts";

const nobodyYet = "It is not settled who supervises you. Speak with your line manager, who settles it.";

/** Asks whoever supervises the role for a session more. It is owed by the rulebook's clock; unanswered, it goes one node up. */
export const ask = practitionerProcedure("supervision.ask")
  .input(AskForSupervision)
  .output(SupervisionDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { practitionerId, practitionerName } = records.who;
      const row = await personRow(records, practitionerId);
      if (row?.arrangement == null)
        throw new DomainError({ kind: "not-allowed", action: "supervision.ask", why: nobodyYet });
      const supervisorId = row.arrangement.lead.practitionerId;
      const led = agendaOf((await ledBy(records, [practitionerId])).filter(({ isCurrent }) => isCurrent));
      const about = led.find(({ childId }) => childId === input.childId);
      if (about?.planId == null) return refuseInput("childId", "Choose a child you lead for");
      const requestId = records.newId();
      const dutyId = await owed(records, supervisorId, requestId, about.childId);
      await addRequest(records, {
        requestId,
        practitionerId,
        toId: supervisorId,
        childId: about.childId,
        planId: about.planId,
        reason: input.reason,
        dutyId: dutyId ?? null,
      });
      await records.audit("changed", "supervision.ask");
      await tell(records, [
        {
          practitionerId: supervisorId,
          act: "supervision.asked",
          words: `${practitionerName} asks you for extra supervision.`,
          link: linkTo.supervisee(practitionerId),
        },
      ]);
      return { practitionerId };
    }),
  );

/** What the rulebook has the supervisor owe by it, where it sets a clock; on the account of their own manager where it escalates. */
async function owed(
  records: Records,
  supervisorId: string,
  requestId: string,
  childId: string,
): Promise<string | undefined> {
  const { practitionerId, practitionerName } = records.who;
  const row = await personRow(records, practitionerId);
  const [known] = row === undefined ? [] : await knownOf(records, [row]);
  if (known === undefined) return undefined;
  const asked = { id: requestId, planId: childId, askedOn: records.today, answeredOn: "none" as const };
  const facts = { ...dutyFacts(records, known, "lead"), requests: [asked] };
  const duty = records
    .book()
    .book.duty("supervision.duties", facts, records.asAt)
    .owed.find(({ act }) => act === "supervision.answer-request");
  if (duty === undefined || typeof duty.due !== "object") return undefined;
  const above =
    duty.ifMissed === undefined ? [] : ((await managersOf(records, [supervisorId])).get(supervisorId) ?? []);
  const [account] = above.filter((id) => id !== practitionerId);
  const [dutyId] = await owe(records, [
    {
      act: duty.act,
      rule: duty.rule,
      clause: `${duty.clause.source} ${duty.clause.at}`,
      because: `${practitionerName} asked for extra supervision on ${inWords(records.today)}. Offer a day, or say why not.`,
      owedBy: supervisorId,
      ...(account === undefined ? {} : { onAccountOf: account }),
      dueBy: lateFrom(duty.due).at,
    },
  ]);
  return dutyId;
}

/** Answers: a day, or why not. Only whoever supervises the role now does. */
export const answer = practitionerProcedure("supervision.record")
  .input(AnswerForSupervision)
  .output(SupervisionDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const [row] = await requestsOf(records, { requestId: input.requestId });
      if (row === undefined || row.practitionerId === records.who.practitionerId)
        throw new DomainError({ kind: "not-visible", what: "request" });
      if (row.answer !== null)
        throw new DomainError({ kind: "already", because: "This is answered already. Reload the page to see how." });
      const { practitionerId, dutyId } = row;
      if (input.offeredOn !== undefined && input.offeredOn < records.today)
        refuseInput("offeredOn", "Enter today or a day to come");
      await answerRequest(records, input, dutyId);
      await records.audit("changed", "supervision.answer", { detail: { answer: input.answer } });
      await tell(records, [
        {
          practitionerId,
          act: "supervision.answered",
          words:
            input.answer === "offered" && input.offeredOn !== undefined
              ? `${records.who.practitionerName} offers you extra supervision on ${inWords(input.offeredOn)}.`
              : `${records.who.practitionerName} answered what you asked of supervision.`,
          link: linkTo.ownSupervision,
        },
      ]);
      return { practitionerId };
    }),
  );
