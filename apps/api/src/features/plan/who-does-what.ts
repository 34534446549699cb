import {
  AnswerOnList,
  DomainError,
  deniedBecause,
  IdSchema,
  IssueList,
  isSamePart,
  partsOf,
  planKinds,
  RecordOnList,
  SayOnList,
  standsWith,
  standsWithList,
  wordsOnList,
} from "@linchpin/domain";
import { z } from "zod";
import { areaWide } from "../../db/asked.ts";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { answersForPlan } from "./own-action-store.ts";
import { plansReached } from "./plan-reader.ts";
import { lockPlan, type WholePlan, wholePlanOf } from "./store.ts";
import { askClear, followList, type ListNow, listOfChild, type PartNow } from "./who-does-what-rules.ts";
import {
  addList,
  addSaid,
  isWhereKept,
  type LineRow,
  lineOf,
  type NewLine,
  type OfChildsPlan,
  type OwnLineRow,
  ownLines,
  type SaidRow,
} from "./who-does-what-store.ts";
import { OwnLinesView, WhoDoesWhatView } from "./who-does-what-views.ts";

const saidWords = { ...wordsOnList, answer: { label: "The lead professional's answer" } };
const notVisible = () => new DomainError({ kind: "not-visible", what: "plan" });
const notThere = (): never => {
  throw notVisible();
};

/** Refuses unless the caller may do this to the child, and the child's plan is one of theirs to reach. */
async function planOfChild(records: Records, { planId, childId }: OfChildsPlan): Promise<WholePlan> {
  const held = await records.authorise(childId);
  if ((await plansReached(records, held, [{ planId }])).length === 0) throw notVisible();
  const whole = await wholePlanOf(records, planId);
  if (whole === undefined || !whole.members.some((member) => member.childId === childId)) throw notVisible();
  return whole;
}

/** The same for a change: the plan's row is held, and a closed plan takes no more. */
async function changeOfPlan(records: Records, of: OfChildsPlan): Promise<WholePlan> {
  await records.authorise(of.childId);
  const plan = await lockPlan(records, of.planId);
  if (plan.state === "closed") throw new DomainError({ kind: "already", because: "This plan is closed." });
  return planOfChild(records, of);
}

const maybe = <K extends string, V>(key: K, value: V | null | undefined) =>
  (value === null || value === undefined ? {} : { [key]: value }) as { [key in K]?: V };
const doingView = ({ what, outcome, startsOn, dueOn }: Omit<PartNow["does"][number], "actionId">) => ({
  what,
  ...maybe("outcome", outcome),
  ...maybe("startsOn", startsOn as string | null),
  ...maybe("dueOn", dueOn as string | null),
});
const partView = (part: PartNow) => ({
  as: { code: part.as, label: partsOf[part.as].label },
  ...maybe("practitionerId", part.practitionerId),
  name: part.name,
  ...maybe("role", part.role),
  ...maybe("agency", part.agencyName),
  ...maybe("part", part.part),
  does: part.does.map(doingView),
});
const saidView = ({ says, words, on, how, name, by }: SaidRow) => ({
  says: { code: says, label: saidWords[says].label },
  ...maybe("words", words),
  on,
  ...maybe("how", how),
  ...maybe("name", name),
  by,
});
const standsView = (line: { readonly said: LineRow["said"] | OwnLineRow["said"] }) => {
  const { stands } = standsWith(line.said);
  return { code: stands, label: standsWithList[stands].label };
};

/** Child and family say it to the lead, and so does whoever cannot sign in. */
const isRecordedFor = ({ as, hasAccount }: Pick<LineRow, "as" | "hasAccount">) => as !== "practitioner" || !hasAccount;

async function viewOf(records: Records, of: OfChildsPlan, whole: WholePlan): Promise<WhoDoesWhatView> {
  const list = await listOfChild(records, whole, of.childId);
  const { issued, changes } = list;
  const decision = askClear(records, whole, of.childId, list);
  const held = await records.relationsTo(of.childId);
  const control = (act: "plan.list.issue" | "consent.send") => {
    const shut =
      whole.plan.state === "closed" ? "This plan is closed." : deniedBecause(act, records.who.role, held)?.words;
    return shut === undefined ? { may: true } : { may: false, why: shut };
  };
  return {
    ...of,
    childName: whole.members.find(({ childId }) => childId === of.childId)?.name ?? "",
    planTitle: planKinds[whole.plan.kind].label,
    ...(issued === undefined
      ? {}
      : {
          issued: {
            listId: issued.listId,
            on: issued.issuedOn,
            by: issued.issuedBy,
            ...maybe("childIsNotAskedBecause", issued.childIsNotAskedBecause),
          },
        }),
    lines: (issued?.lines ?? []).map((line) => ({
      ...partView(line),
      lineId: line.lineId,
      stands: standsView(line),
      said: line.said.map(saidView),
      isMine: line.practitionerId === records.who.practitionerId,
      isRecordedForThem: isRecordedFor(line),
      ...maybe("changedBecause", whyChanged(changes, line)),
    })),
    joined: (changes?.joined ?? []).map((part) => partView({ ...part })),
    says: list.says,
    isClear: list.isClear,
    hasChanged: list.changed > 0,
    isWhereKept: await isWhereKept(records, of.childId),
    ofBook: {
      isAsked: decision !== undefined,
      says: (decision?.findings ?? []).map(({ because, clause }) => ({
        words: because,
        clause: `${clause.source} ${clause.at}`,
      })),
    },
    now: list.now.map(partView),
    may: { issue: control("plan.list.issue"), give: control("consent.send") },
  };
}

function whyChanged(changes: ListNow["changes"], { lineId }: LineRow): string | undefined {
  if (changes === undefined) return undefined;
  if (changes.left.some((line) => line.lineId === lineId)) return "No longer on the plan";
  if (changes.changed.some(({ issued }) => issued.lineId === lineId))
    return "What they do has changed since the list was issued";
  return undefined;
}

/** The list of who does what, and how it stands with everybody on it. */
const get = practitionerProcedure("plan.read")
  .input(z.object({ planId: IdSchema, childId: IdSchema }))
  .output(WhoDoesWhatView)
  .query(({ ctx, input }) => ctx.read(async (records) => viewOf(records, input, await planOfChild(records, input))));

/** What is to be issued: each practitioner's part as the plan stands, and the child's and the family's own. */
function linesToIssue(records: Records, input: IssueList, whole: WholePlan, { now, issued }: ListNow): NewLine[] {
  const families: readonly PartNow[] = [
    ...(input.childIsAsked === "yes" ? [familyPart("child", input.childsPart)] : []),
    familyPart("family", input.familysPart),
  ];
  const attending = new Set(input.attends);
  return [...now, ...families].map((part) => {
    // A line that is as it was issued keeps its id, and with it what was said of it.
    const before = issued?.lines.find((line) => isSamePart(line, part, (actionId) => isDone(whole, actionId)));
    return {
      ...part,
      lineId: before?.lineId ?? records.newId(),
      attends: part.practitionerId !== null && attending.has(part.practitionerId),
    };
  });
}

const isDone = ({ actions }: WholePlan, actionId: string) =>
  actions.some((action) => action.actionId === actionId && action.state === "done");
const familyPart = (as: "child" | "family", part: string | undefined): PartNow => ({
  as,
  practitionerId: null,
  name: partsOf[as].label,
  agencyName: null,
  agencyKind: null,
  role: null,
  part: part ?? null,
  does: [],
});

/** Issues the list to everybody on it. Who was clear and whose part is as it was stays clear; everybody else is asked. */
const issue = practitionerProcedure("plan.list.issue")
  .input(IssueList)
  .output(WhoDoesWhatView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, childId } = input;
      const whole = await changeOfPlan(records, input);
      const list = await listOfChild(records, whole, childId);
      if (list.issued?.listId !== input.afterListId) throw new DomainError({ kind: "changed-since", what: "plan" });
      const known = new Set(list.now.map(({ practitionerId }) => practitionerId));
      for (const [index, practitionerId] of input.attends.entries())
        if (!known.has(practitionerId)) refuseInput(`attends.${index}`, "Choose somebody who is on the list");
      const lines = linesToIssue(records, input, whole, list);
      const kept = new Set((list.issued?.lines ?? []).map(({ lineId }) => lineId));
      refuseIfNothingChanged(list, lines, input);
      refuseWhileAsked(list, lines);
      const listId = records.newId();
      await addList(
        records,
        { planId, childId, listId, afterListId: list.issued?.listId ?? null, notAsked: notAskedWhy(input) },
        lines,
      );
      const after = await listOfChild(records, whole, childId);
      const decision = askClear(records, whole, childId, after);
      await records.keep({
        childId,
        planId,
        act: "plan.list-issued",
        title: `The list of who does what was issued${list.issued === undefined ? "" : " again"} to ${lines.length} on it`,
        ...(decision === undefined ? {} : { decisions: [decision] }),
      });
      await tell(
        records,
        lines.flatMap(({ practitionerId, lineId }) =>
          practitionerId === null || practitionerId === records.who.practitionerId
            ? []
            : [
                {
                  practitionerId,
                  planId,
                  childId,
                  act: "plan.list-issued",
                  words: kept.has(lineId)
                    ? "The list of who does what under a child's plan was issued again. Your own part is as it was."
                    : "The list of who does what under a child's plan is there. Say whether your part is clear.",
                  link: linkTo.whoDoesWhat(childId, planId),
                },
              ],
        ),
      );
      await followList(records, whole, { planId, childId });
      return viewOf(records, { planId, childId }, whole);
    }),
  );

const notAskedWhy = ({ childIsAsked, childIsNotAskedBecause }: IssueList) =>
  childIsAsked === "yes" ? null : (childIsNotAskedBecause ?? null);

/** Issuing what was issued already would ask everybody about nothing. */
function refuseIfNothingChanged({ issued }: ListNow, lines: readonly NewLine[], input: IssueList): void {
  if (issued === undefined) return;
  const before = new Map(issued.lines.map((line) => [line.lineId, line]));
  const isSame =
    lines.length === issued.lines.length &&
    lines.every(({ lineId, attends }) => before.get(lineId)?.attends === attends) &&
    notAskedWhy(input) === issued.childIsNotAskedBecause;
  if (isSame)
    throw new DomainError({
      kind: "already",
      because: "The list is as it was issued. Change the plan, or what child and family do, before you issue it again.",
    });
}

/** A question on a part that changes is answered first: a new list does not make it go away. */
function refuseWhileAsked({ issued, changes }: ListNow, lines: readonly NewLine[]): void {
  const kept = new Set(lines.map(({ lineId }) => lineId));
  const left = new Set((changes?.left ?? []).map(({ lineId }) => lineId));
  const asked = (issued?.lines ?? []).filter(
    ({ lineId, said, as }) =>
      !kept.has(lineId) && !(as === "practitioner" && left.has(lineId)) && standsWith(said).stands === "asked",
  );
  const [first] = asked;
  if (first !== undefined)
    throw new DomainError({
      kind: "already",
      because: `${first.name} asked a question about a part that has changed. Answer it first, then issue the list again.`,
    });
}

type LineOfList = { readonly list: ListNow; readonly line: LineRow };

/** A line of the list that counts now, as it was issued; one that has changed since waits for the next list. */
async function lineToSayOf(records: Records, whole: WholePlan, childId: string, lineId: string): Promise<LineOfList> {
  const list = await listOfChild(records, whole, childId);
  const line = list.issued?.lines.find((one) => one.lineId === lineId);
  if (line === undefined) throw notVisible();
  return { list, line };
}

/** A child or family is not told about themselves; whoever answers is told that somebody asks. */
async function tellWhoAnswers(records: Records, { planId, childId }: OfChildsPlan): Promise<void> {
  const answering = await answersForPlan(records, planId);
  await tell(
    records,
    answering
      .filter(({ practitionerId }) => practitionerId !== records.who.practitionerId)
      .map(({ practitionerId }) => ({
        practitionerId,
        planId,
        childId,
        act: "plan.list-asked",
        words: "Somebody asks a question about the list of who does what under a child's plan.",
        link: linkTo.whoDoesWhat(childId, planId),
      })),
  );
}

const clearOrAsks = (says: "clear" | "asks", who: string) =>
  says === "clear" ? `${who}: what each does under the plan is clear` : `${who} asks a question about who does what`;

/** Whoever is on the list marks their own line as read and clear, or asks. */
const say = practitionerProcedure("plan.list.say")
  .input(SayOnList)
  .output(WhoDoesWhatView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { lineId, says, words } = input;
      const found = await lineOf(records, lineId);
      if (found === undefined || found.practitionerId !== records.who.practitionerId) throw notVisible();
      const { planId, childId } = found;
      const whole = await changeOfPlan(records, found);
      await lineToSayOf(records, whole, childId, lineId);
      const saidOn = records.today;
      await addSaid(records, {
        planId,
        childId,
        lineId,
        says,
        words: says === "asks" ? (words ?? null) : null,
        saidOn,
      });
      await keepWord(records, whole, found, clearOrAsks(says, records.who.practitionerName));
      await followList(records, whole, { planId, childId });
      if (says === "asks") await tellWhoAnswers(records, found);
      return viewOf(records, { planId, childId }, whole);
    }),
  );

/** The chronology's entry, with the rulebook's answer. */
async function keepWord(records: Records, whole: WholePlan, { planId, childId }: OfChildsPlan, title: string) {
  const decision = askClear(records, whole, childId, await listOfChild(records, whole, childId));
  await records.keep({
    childId,
    planId,
    act: "plan.list-said",
    title,
    ...(decision === undefined ? {} : { decisions: [decision] }),
  });
}

/** The lead writes down what child, family or somebody without an account says of the list: who, when and how. */
const record = practitionerProcedure("plan.list.issue")
  .input(RecordOnList)
  .output(WhoDoesWhatView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, childId, lineId, says, words, how, name, on } = input;
      const whole = await changeOfPlan(records, input);
      const { line, list } = await lineToSayOf(records, whole, childId, lineId);
      if (!isRecordedFor(line))
        throw new DomainError({ kind: "already", because: `${line.name} can sign in, and says it themselves.` });
      if (on > records.today) refuseInput("on", "Enter a day that is not in the future");
      if (list.issued !== undefined && on < firstDayOf(line, list.issued.issuedOn))
        refuseInput("on", "Enter a day that is not before the list was issued");
      await addSaid(records, {
        ...{ planId, childId, lineId, says, saidOn: on, how, name: name ?? null },
        words: says === "asks" ? (words ?? null) : null,
      });
      await keepWord(records, whole, input, clearOrAsks(says, line.name));
      await followList(records, whole, { planId, childId });
      if (says === "asks") await tellWhoAnswers(records, input);
      return viewOf(records, { planId, childId }, whole);
    }),
  );

/** A line may have been said of before the list that counts now was issued: then its own first word is its beginning. */
const firstDayOf = ({ said }: LineRow, issuedOn: string): string => said[0]?.on ?? issuedOn;

/** The lead answers what somebody asked. They are told, and say that it is clear or ask again. */
const answerOn = practitionerProcedure("plan.list.issue")
  .input(AnswerOnList)
  .output(WhoDoesWhatView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, childId, lineId, words } = input;
      const whole = await changeOfPlan(records, input);
      const { line } = await lineToSayOf(records, whole, childId, lineId);
      if (standsWith(line.said).stands !== "asked")
        throw new DomainError({ kind: "already", because: `${line.name} has no question open on the list.` });
      await addSaid(records, { planId, childId, lineId, says: "answer", words, saidOn: records.today });
      await keepWord(records, whole, input, `${line.name}'s question about who does what was answered`);
      await followList(records, whole, { planId, childId });
      if (line.practitionerId !== null && line.practitionerId !== records.who.practitionerId)
        await tell(records, [
          {
            practitionerId: line.practitionerId,
            planId,
            childId,
            act: "plan.list-answered",
            words: "Your question about who does what under a child's plan was answered.",
            link: linkTo.whoDoesWhat(childId, planId),
          },
        ]);
      return viewOf(records, { planId, childId }, whole);
    }),
  );

/** The lines that are a light account's own, and nothing else of any list. */
const own = practitionerProcedure("own-action.list")
  .output(OwnLinesView)
  .query(({ ctx }) => ctx.read(async (records) => ownView(records, await ownLines(records))));

/** A light account marks its own line, or asks. */
const sayOwn = practitionerProcedure("own-action.say")
  .input(SayOnList)
  .output(OwnLinesView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { lineId, says, words } = input;
      const ofMine = async () => (await ownLines(records)).find((line) => line.lineId === lineId) ?? notThere();
      const { planId, childId } = await ofMine();
      await areaWide(records.tx, () => lockPlan(records, planId));
      const mine = await ofMine(); // the list may have been issued again, or the plan closed, while this waited
      records.authoriseBy(childId, ["action-owner"]);
      const saidOn = records.today;
      const whole = await areaWide(records.tx, async () => {
        await addSaid(records, {
          planId,
          childId,
          lineId,
          says,
          words: says === "asks" ? (words ?? null) : null,
          saidOn,
        });
        if (says === "asks") await tellWhoAnswers(records, mine);
        const found = (await wholePlanOf(records, planId)) ?? notThere();
        await keepWord(records, found, mine, clearOrAsks(says, records.who.practitionerName));
        return found;
      });
      await followList(records, whole, { planId, childId });
      return ownView(records, await ownLines(records));
    }),
  );

function ownView(records: Records, rows: readonly OwnLineRow[]): OwnLinesView {
  records.saw(
    rows.map(({ childId }) => childId),
    "action-owner",
  );
  return {
    lines: rows.map((row) => ({
      lineId: row.lineId,
      child: `${row.givenName} ${row.familyName}`.trim(),
      issuedOn: row.issuedOn,
      issuedBy: row.issuedBy,
      does: row.does.map(doingView),
      stands: standsView(row),
      said: row.said.map(({ says, words, on, by }) => ({
        says: { code: says, label: saidWords[says].label },
        ...maybe("words", words),
        on,
        by,
      })),
    })),
  };
}

export const whoDoesWhat = router({ get, issue, say, record, answer: answerOn, own, sayOwn });
