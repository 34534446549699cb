import {
  type AgencyKind,
  type Decision,
  DomainError,
  FileReceived,
  filings,
  IdSchema,
  minutesOfCopy,
  OpenCopy,
  type Relation,
  ShareOn,
  sharingBases,
} from "@linchpin/domain";
import { z } from "zod";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { ownAgency } from "./items-store.ts";
import {
  addOpening,
  controlOf,
  fileReceived,
  namedPersonOf,
  namesOfChildren,
  receivedBy,
  receivedOnce,
  roleOnChild,
  sharedOnFrom,
  sideOf,
} from "./received-store.ts";
import { type Asked, share } from "./release.ts";
import { copyOf, type Recipient, type ReleaseRow, releaseOf } from "./release-store.ts";
import { releaseView } from "./release-view.ts";
import { lockChild } from "./store.ts";
import { type ReceivedInList, ReceivedListView, ReceivedView, ReleaseDone } from "./views.ts";

/** What a look at it rests on. */
const basis = "released";

/** What is shared with the caller now. What has ended reads as if it had never been. */
export const received = practitionerProcedure("received.read")
  .output(ReceivedListView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const rows = await receivedBy(records);
      const around = await aroundOf(records, rows);
      records.saw(around.names.keys(), basis);
      return { received: rows.map((row) => inList(records, row, around)) };
    }),
  );

/** One thing that is shared with the caller: the copy as it went, what for and until when, and nothing else of the child. */
export const receivedOne = practitionerProcedure("received.read")
  .input(z.object({ releaseId: IdSchema }))
  .output(ReceivedView)
  .query(({ ctx, input: { releaseId } }) =>
    ctx.read(async (records) => {
      const row = await mine(records, releaseId);
      const copy = await copyOf(records, releaseId);
      if (copy === undefined) throw none();
      const around = await aroundOf(records, [row]);
      const held = await records.relationsTo(row.childId);
      records.saw([row.childId], basis);
      const reads = controlOf(records, "consent.read", held).may;
      return {
        received: inList(records, row, around),
        copy,
        basis: sharingBases[row.basis].label,
        ...(reads ? { childId: row.childId } : {}),
        sharedOn: (await sharedOnFrom(records, releaseId)).map((one) => {
          const { to, on, isEnded } = releaseView(records, one);
          return { releaseId: one.releaseId, to: `${to.name}, ${to.agency}`, on, isEnded };
        }),
        may: {
          file: controlOf(records, "consent.file", held),
          shareOn: controlOf(records, "consent.share-on", held),
        },
      };
    }),
  );

const none = () => new DomainError({ kind: "not-visible", what: "release" });

/** What is shared with the caller now; what never was, what went to others and what has ended read the same. */
async function mine(records: Records, releaseId: string): Promise<ReleaseRow> {
  const found = await receivedOnce(records, releaseId);
  if (found === undefined) throw none();
  return found;
}

const aroundOf = async (records: Records, rows: readonly ReleaseRow[]) => ({
  names: await namesOfChildren(records, rows),
  mine: await namedPersonOf(records, rows),
  own: (await ownAgency(records)).kind,
});
type Around = Awaited<ReturnType<typeof aroundOf>>;

function inList(records: Records, row: ReleaseRow, { names, mine: named, own }: Around): ReceivedInList {
  const { releaseId, title, by, from, purpose, on, lastDay } = releaseView(records, row);
  return {
    releaseId,
    title,
    childName: names.get(row.childId) ?? "A child",
    by,
    from,
    purpose,
    on,
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(row.filedAs === null
      ? {}
      : { filed: { as: { code: row.filedAs, label: filings[row.filedAs].label }, because: row.filedBecause ?? "" } }),
    isToFile: row.filedAs === null && row.ofAgency !== own && named.has(row.childId),
  };
}

/** Files what came in from another agency: whether it matters for the child, and why. */
export const file = practitionerProcedure("consent.file")
  .input(FileReceived)
  .output(ReleaseDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { releaseId, as, because } = input;
      const row = await mine(records, releaseId);
      await records.authorise(row.childId);
      if (row.ofAgency === (await ownAgency(records)).kind)
        refuseInput("as", "This comes from your own agency: there is nothing to file");
      if (!(await fileReceived(records, releaseId, { as, because })))
        throw new DomainError({ kind: "already", because: "This was filed already. Reload the page to see how." });
      await records.audit("changed", "consent.filed", { childId: row.childId, detail: { releaseId, as } });
      return { releaseId };
    }),
  );

/** Shares on what came in with one person more: the receiving named person decides who else needs it. */
export const shareOn = practitionerProcedure("consent.share-on")
  .input(ShareOn)
  .output(ReleaseDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { idempotencyKey: _, releaseId, ...rest } = input;
      const { childId } = await mine(records, releaseId);
      const held = await records.authorise(childId);
      const { bornOn } = await lockChild(records, childId);
      const row = await mine(records, releaseId);
      const copy = await copyOf(records, releaseId);
      if (copy === undefined || row.itemKind === "evidence") throw none();
      const { kind: by } = await ownAgency(records);
      const asked: Asked = { ...rest, childId };
      const shared = await share(records, {
        input: asked,
        held,
        bornOn,
        by,
        from: releaseId,
        item: {
          kind: row.itemKind,
          itemId: row.itemId,
          title: row.title,
          copy,
          agency: row.ofAgency,
          agencyId: null,
          agencyName: null,
          on: records.today,
          about: [childId],
        },
        alsoAsk: (recipient) => openedTo(records, { row, asked, recipient, by }),
      });
      return { releaseId: shared };
    }),
  );

type Opening = {
  readonly row: ReleaseRow;
  readonly asked: Asked;
  readonly recipient: Recipient;
  readonly by: AgencyKind;
};

/** Whether this very person may see what came in, as the rulebook has it; a referral is not asked about. */
async function openedTo(records: Records, { row, asked, recipient, by }: Opening): Promise<readonly Decision[]> {
  if (asked.basis === "safeguarding") return [];
  const { book } = records.book();
  if (book.silence("consent.item") !== undefined) return [];
  const decision = book.gate(
    "consent.item",
    {
      child: { id: row.childId },
      item: {
        id: row.itemId,
        agency: row.ofAgency,
        part: "none",
        isShared: true,
        cameIn: row.ofAgency !== by,
        filed: row.filedAs ?? "none",
        openedTo: [{ id: asked.toId, on: records.today, reasonGiven: asked.purpose !== undefined }],
      },
      reader: {
        id: asked.toId,
        agency: recipient.agency,
        role: await roleOnChild(records, row.childId, asked.toId),
        parts: [],
      },
    },
    records.asAt,
  );
  if (decision.answer === "prevents" || decision.answer === "unknown")
    throw new DomainError({ kind: "rule-prevents", decision });
  return [decision];
}

/** Opens the copy for an hour to a manager of whoever shared it, or of whoever it went to, who says why they need it. */
export const openCopy = practitionerProcedure("consent.open-copy")
  .input(OpenCopy)
  .output(ReleaseDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { releaseId, because } = input;
      const row = await releaseOf(records, releaseId);
      const { childId } = row;
      await records.authorise(childId);
      const side = await sideOf(records, row);
      if (side === undefined || (side === "received" && releaseView(records, row).isEnded))
        throw new DomainError({ kind: "not-allowed", action: "consent.open-copy", why: forThemAlone });
      const openUntil = new Date(Date.parse(records.now) + minutesOfCopy * 60_000).toISOString();
      await addOpening(records, { releaseId, childId, side, because, openUntil });
      await records.audit("changed", "consent.copy-opened", { childId, detail: { releaseId } });
      const { practitionerName } = records.who;
      await tell(records, [
        {
          practitionerId: row.releasedBy,
          childId,
          act: "consent.copy-opened",
          words: `${practitionerName} said why they need to read a copy of something you shared about a child, and may for an hour.`,
          link: linkTo.consent(childId),
        },
      ]);
      return { releaseId };
    }),
  );

export const forThemAlone =
  "The copy is for whoever shared it and whoever it went to, and for somebody who manages one of them and says why.";

/** Whether this reader may open the copy, and why not. */
export async function openCopyControl(records: Records, row: ReleaseRow, held: readonly Relation[]) {
  const control = controlOf(records, "consent.open-copy", held);
  if (!control.may) return { may: false, why: forThemAlone };
  const side = await sideOf(records, row);
  return side === undefined || (side === "received" && releaseView(records, row).isEnded)
    ? { may: false, why: forThemAlone }
    : control;
}
