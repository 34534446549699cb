import { ageInWords, DomainError, deniedBecause, relationshipInWords, yearGroupInWords } from "@linchpin/domain";
import { pageByName } from "../../paging.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { namedPersonFor, placeView, restrictedOf } from "./child.ts";
import { childPage } from "./child-store.ts";
import { ChildId, RollOf } from "./inputs.ts";
import { establishmentKept, establishmentsKept, type Group, rollFigures, rollPage } from "./roll-store.ts";
import { EstablishmentView, type officeActs, RollChildView, RollView } from "./views.ts";
import { inFull, inLists } from "./words.ts";

/** The schools and clinics whose roll this person's post keeps or heads. */
export const establishments = practitionerProcedure("roll.list")
  .output(EstablishmentView.array())
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const isSilent = records.book().book.silence("named-person.who") !== undefined;
      const views = [];
      for (const { code: _, ...kept } of await establishmentsKept(records)) {
        const { onRoll, without, groups } = await rollFigures(records, kept.establishmentId);
        views.push({
          ...kept,
          listIs:
            kept.kind === "clinic" || kept.kind === "midwifery-team" ? ("caseload" as const) : ("class-list" as const),
          onRoll,
          withoutNamedPerson: isSilent ? null : without,
          groups: {
            classes: groupsOf(groups, "class"),
            yearGroups: groupsOf(groups, "year-group"),
            houses: groupsOf(groups, "house"),
          },
        });
      }
      return views;
    }),
  );

const groupsOf = (groups: readonly Group[], of: Group["kind"]) =>
  groups
    .filter(({ kind }) => kind === of)
    .sort((a, b) => a.group.localeCompare(b.group, "en-GB", { numeric: true }))
    .map(({ group, children }) => ({
      group,
      words: (of === "year-group" ? yearGroupInWords(group) : group) ?? group,
      children,
    }));

/** The children of a school or clinic, a page at a time by name. */
export const rollList = practitionerProcedure("roll.list")
  .input(RollOf)
  .output(RollView)
  .query(({ ctx, input: { cursor, ...asked } }) =>
    ctx.read(async (records) => {
      await establishmentKept(records, asked.establishmentId);
      const rows = await rollPage(records, asked, cursor);
      if (rows.length === 0 && cursor === undefined && asked.search) await records.foundNobody();
      const { page, nextCursor } = pageByName(rows, ({ searchName, childId }) => ({ name: searchName, id: childId }));
      records.saw(
        page.map(({ childId }) => childId),
        records.who.role,
      );
      return {
        rows: page.map(({ from, yearGroup, ...row }) => ({
          ...row,
          name: inLists(row),
          age: ageInWords(row, records.today),
          yearGroup: yearGroupInWords(yearGroup),
          startsOn: from > records.today ? from : null,
        })),
        nextCursor,
        noNamedPersonBecause: records.book().book.silence("named-person.who") ?? null,
      };
    }),
  );

/** What an office sees of a child on its roll: names, places, carers and the named person; nothing of concerns or plans. */
export const rollChild = practitionerProcedure("child.read-roll")
  .input(ChildId)
  .output(RollChildView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(childId);
      const row = await childPage(records, childId);
      if (!row) throw new DomainError({ kind: "not-visible", what: "child" });
      const namedPerson = await namedPersonFor(records, { ...row, plans: [] });
      const may = (act: (typeof officeActs)[number]) =>
        deniedBecause(act, records.who.role, held)?.words ?? (true as const);
      return {
        childId,
        version: row.version,
        name: inFull(row),
        preferredName: row.preferredName,
        bornOn: row.bornOn,
        dueOn: row.dueOn,
        age: ageInWords(row, records.today),
        places: row.places.map(placeView),
        carers: row.carers.map((carer) => ({ ...carer, relationship: relationshipInWords(carer.relationship) })),
        ...restrictedOf(row),
        namedPerson: namedPerson.known ? { ...namedPerson, previous: [] } : namedPerson,
        can: {
          "named-person.assign": may("named-person.assign"),
          "named-person.end-midwifery": may("named-person.end-midwifery"),
          "telling.record": may("telling.record"),
        },
      };
    }),
  );
