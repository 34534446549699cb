import {
  ageInWords,
  fullName,
  type LegalStatusKind,
  legalStatuses,
  listName,
  momentAt,
  type Relation,
  relations,
  yearGroupInWords,
} from "@linchpin/domain";
import { pageByName } from "../../paging.ts";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { Mine } from "./inputs.ts";
import { myGroups as groupsOfMine, type MyChildRow, myChildren } from "./mine-store.ts";
import { silenceOf } from "./silence.ts";
import { MineView, MyGroupsView } from "./views.ts";

const ofMine: readonly Relation[] = ["named-person", "lead", "acting-lead", "plan-practitioner", "contact-of-record"];

/** The children this person is named person of or works with on a plan, a page at a time by name. */
export const mine = practitionerProcedure("named-person.list-own")
  .input(Mine)
  .output(MineView)
  .query(({ ctx, input: { search = "", group = "", needsAttention = false, cursor } }) =>
    ctx.read(async (records) => {
      const rows = await myChildren(records, { bases: ofMine, search, group, needsAttention, after: cursor });
      const { page, nextCursor } = pageByName(rows, ({ searchName, childId }) => ({ name: searchName, id: childId }));
      for (const { childId, bases } of page) records.saw([childId], bases.join(" "));
      return {
        children: page.map((row) => viewOf(row, records)),
        nextCursor,
        noNamedPersonBecause: silenceOf(records)?.because ?? null,
      };
    }),
  );

/** The classes of this person's children, to filter the list by. */
export const myGroups = practitionerProcedure("named-person.list-own")
  .output(MyGroupsView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const rows = await groupsOfMine(records, ofMine);
      return {
        groups: rows.flatMap(({ group, ...row }) => (group === null ? [] : [{ ...row, group }])),
        total: rows.reduce((sum, { children }) => sum + children, 0),
      };
    }),
  );

function viewOf(row: MyChildRow, { today }: Records) {
  const name = { given: row.givenName, ...(row.familyName === "" ? {} : { family: row.familyName }) };
  return {
    childId: row.childId,
    name: listName(name),
    fullName: fullName(name),
    preferredName: row.preferredName,
    bornOn: row.bornOn,
    age: ageInWords(row, today),
    establishment: row.establishment,
    group: row.group,
    yearGroup: yearGroupInWords(row.yearGroup),
    since: momentAt(row.since).at,
    as: row.bases.map((basis) => (basis in relations ? relations[basis as Relation].label : basis)),
    openConcerns: row.openConcerns,
    legalStatuses: row.statuses.map((kind) => legalStatuses[kind as LegalStatusKind].label),
    statusesRecorded: row.statusesRecorded,
    leadProfessional: row.leadName,
    leadPending: row.leadPending,
    leadDueBy: row.leadDueBy === null ? null : momentAt(row.leadDueBy).at,
  };
}
