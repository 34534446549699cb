import {
  type AgencyKind,
  agencyKinds,
  arrivalSources,
  arrivalWays,
  DomainError,
  deniedBecause,
  EnterArrival,
  FileArrival,
  filings,
  IdSchema,
  lateFrom,
} from "@linchpin/domain";
import { z } from "zod";
import { linkTo } from "../../links.ts";
import { owe, tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { ControlView, TermView } from "../../views.ts";
import { type ArrivalRow, addArrival, arrivalsOf, fileArrival, lockArrival, toFileBy } from "./arrival-store.ts";
import { nameOf } from "./referral-store.ts";
import { type Answering, aboutWhom, answeringFor } from "./store.ts";

/**
 * What comes in by paper, phone or a visit (HIG-29). Whoever opens the post enters that something came and reads no
 * further; whoever worries come to files it as relevant or not, with the reason, and until then it is closed to others.
 */

const OfChild = z.object({ childId: IdSchema });
const ArrivalView = z.object({
  arrivalId: z.string(),
  version: z.int(),
  childId: z.string(),
  childName: z.string(),
  cameOn: z.string(),
  source: TermView,
  sourceName: z.string(),
  way: TermView,
  keptAt: z.string().optional(),
  enteredBy: z.string(),
  filed: z
    .object({ as: TermView, because: z.string(), says: z.string().optional(), by: z.string(), at: z.string() })
    .optional(),
});
const FormView = z.object({ childId: z.string(), childName: z.string() });
const ArrivalsView = z.object({ arrivals: z.array(ArrivalView), enter: ControlView, file: ControlView });
const ToFileView = z.object({ arrivals: z.array(ArrivalView) });
/** Whoever entered it reads nothing of it again. */
const ArrivalEntered = z.object({ entered: z.literal(true) });
const ArrivalFiled = z.object({ arrivalId: z.string() });

const view = (row: ArrivalRow): z.infer<typeof ArrivalView> => ({
  arrivalId: row.arrivalId,
  version: row.version,
  childId: row.childId,
  childName: row.childName,
  cameOn: row.cameOn,
  source: { code: row.source, label: arrivalSources[row.source].label },
  sourceName: row.sourceName,
  way: { code: row.way, label: arrivalWays[row.way].label },
  ...(row.keptAt === null ? {} : { keptAt: row.keptAt }),
  enteredBy: row.enteredBy,
  ...(row.filedAs === null || row.filedAt === null
    ? {}
    : {
        filed: {
          as: { code: row.filedAs, label: filings[row.filedAs].label },
          because: row.filedBecause ?? "",
          ...(row.says === null ? {} : { says: row.says }),
          by: row.filedBy ?? "Somebody who has left",
          at: row.filedAt,
        },
      }),
});

const form = practitionerProcedure("arrival.enter")
  .input(OfChild)
  .output(FormView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      await records.authorise(childId);
      return { childId, childName: await nameOf(records, childId) };
    }),
  );

/** Enters that something came, without what it says. Whoever it is for hears of it. */
const enter = practitionerProcedure("arrival.enter")
  .input(EnterArrival)
  .output(ArrivalEntered)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, cameOn } = input;
      await records.authorise(childId);
      if (cameOn > records.today) refuseInput("cameOn", "Enter a day that is not in the future");
      const receivers = await receiversOf(records, childId);
      const arrivalId = records.newId();
      await addArrival(records, input, { arrivalId, dutyIds: await oweFiling(records, input, arrivalId, receivers) });
      await records.audit("changed", "arrival.entered", { childId, detail: { arrival: arrivalId } });
      await tell(
        records,
        receivers
          .filter(({ practitionerId }) => practitionerId !== records.who.practitionerId)
          .map(({ practitionerId, as }) => ({
            practitionerId,
            childId,
            act: "arrival.entered",
            words: `Something came in ${aboutWhom[as]} File it.`,
            link: linkTo.cameIn(childId),
          })),
      );
      return { entered: true as const };
    }),
  );

/** Who files what comes in: the named person; where there is none, whoever leads or is turned to; else the head. */
async function receiversOf(records: Records, childId: string): Promise<readonly Answering[]> {
  const [first, ...others] = await answeringFor(records, childId);
  return first === undefined ? [] : [first, ...others.filter(({ as }) => as === first.as)];
}

/** What the book says is owed on it. Gives the duties' ids; none where it says nothing. */
async function oweFiling(
  records: Records,
  { childId, cameOn, source }: EnterArrival,
  arrivalId: string,
  receivers: readonly Answering[],
): Promise<readonly string[]> {
  const { book } = records.book();
  if (book.silence("named-person.information") !== undefined) return [];
  const { owed } = book.duty(
    "named-person.information",
    {
      child: { id: childId },
      confirmedOn: records.today,
      changedOn: "none",
      handedOverOn: "none",
      cameIn: [
        {
          id: arrivalId,
          on: cameOn,
          source: source in agencyKinds ? (source as AgencyKind) : "other",
          filed: "none",
          reasonGiven: false,
        },
      ],
    },
    records.asAt,
  );
  return owe(
    records,
    owed
      .filter(({ act }) => act === "named-person.file-what-came-in")
      .flatMap((finding) =>
        receivers.map(({ practitionerId }) => ({
          childId,
          act: finding.act,
          rule: finding.rule,
          clause: `${finding.clause.source} ${finding.clause.at}`,
          because: finding.because,
          owedBy: practitionerId,
          dueBy: lateFrom({ day: records.today }).at,
        })),
      ),
  );
}

const ofChild = practitionerProcedure("arrival.read")
  .input(OfChild)
  .output(ArrivalsView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(childId);
      const rows = await arrivalsOf(records, childId);
      const denied = (act: "arrival.enter" | "arrival.file") => deniedBecause(act, records.who.role, held)?.words;
      const control = (why: string | undefined) => (why === undefined ? { may: true } : { may: false, why });
      const others = (await files(records, childId)) ? undefined : isAnothersToFile;
      return {
        arrivals: rows.map(view),
        enter: control(denied("arrival.enter")),
        file: control(denied("arrival.file") ?? others),
      };
    }),
  );

const isAnothersToFile = "What comes in is filed by the person to whom worries about this child come first.";

const files = async (records: Records, childId: string): Promise<boolean> =>
  (await receiversOf(records, childId)).some(({ practitionerId }) => practitionerId === records.who.practitionerId);

/** What waits for the caller to file. */
const toFile = practitionerProcedure("arrival.list-own")
  .output(ToFileView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const rows = await toFileBy(records);
      for (const childId of new Set(rows.map((row) => row.childId)))
        records.saw([childId], (await records.relationsTo(childId)).join(" "));
      return { arrivals: rows.map(view) };
    }),
  );

const file = practitionerProcedure("arrival.file")
  .input(FileArrival)
  .output(ArrivalFiled)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const row = await lockArrival(records, input.arrivalId);
      await records.authorise(row.childId);
      if (!(await files(records, row.childId))) refuseInput("as", isAnothersToFile);
      if (row.filedAt !== null)
        throw new DomainError({ kind: "already", because: "This was filed already. Reload the page to see how." });
      await fileArrival(records, row, input);
      await records.audit("changed", "arrival.filed", {
        childId: row.childId,
        detail: { arrival: row.arrivalId, as: input.as },
      });
      return { arrivalId: row.arrivalId };
    }),
  );

export const arrivals = router({ form, enter, ofChild, toFile, file });
