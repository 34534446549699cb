import { supervisionStrands } from "@linchpin/domain";
import { clockOf } from "../../clock-view.ts";
import { managersOf } from "../../line-managers.ts";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import type { ClockView } from "../../views.ts";
import { dutyFacts, isSession, type Known } from "./facts.ts";
import { agendaOf, arrangementView, childOf, knownOf, requestView, sessionView } from "./people.ts";
import { nameOf, personRow, type Strand, sessionsOf } from "./store.ts";
import { OwnSupervisionView } from "./views.ts";

/** How the caller is supervised: by whom, when next, what was said and agreed, and what they asked for. */
export const own = practitionerProcedure("supervision.own.read")
  .output(OwnSupervisionView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const me = records.who.practitionerId;
      const row = await personRow(records, me);
      const [known] = row === undefined ? [] : await knownOf(records, [row]);
      if (row === undefined || known === undefined)
        return { next: [], sessions: [], requests: [], leads: [], may: { ask: { may: false } } };
      const { arrangement } = row;
      const sessions = await sessionsOf(records, me);
      const leads = agendaOf(known.led.filter(({ isCurrent }) => isCurrent));
      const manager = arrangement === null ? await managerOf(records) : undefined;
      return {
        ...(arrangement === null ? {} : { arrangement: arrangementView(arrangement) }),
        ...(manager === undefined ? {} : { manager }),
        next:
          arrangement === null
            ? []
            : nextOf(records, known, arrangement.model === "dual" ? ["lead", "practice"] : ["lead"]),
        sessions: sessions.map((session) => sessionView(records, session, "lead")),
        requests: known.requests.map((request) => requestView(records, request, "lead")),
        leads: leads.flatMap((of) =>
          of.name === null || of.planId === null ? [] : { childId: of.childId, child: childOf(records, of, "lead") },
        ),
        may: {
          ask:
            arrangement === null
              ? { may: false, why: "It is not settled who supervises you. Your line manager settles it." }
              : leads.length === 0
                ? { may: false, why: "You lead for no child now." }
                : { may: true },
        },
      };
    }),
  );

async function managerOf(records: Records) {
  const [id] = (await managersOf(records, [records.who.practitionerId])).get(records.who.practitionerId) ?? [];
  const name = id === undefined ? undefined : await nameOf(records, id);
  return id === undefined || name === undefined ? undefined : { practitionerId: id, name };
}

function nextOf(records: Records, known: Known, strands: readonly Strand[]) {
  const { book } = records.book();
  return strands.flatMap((strand) => {
    const owed = book
      .duty("supervision.duties", dutyFacts(records, known, strand), records.asAt)
      .owed.filter(isSession);
    const clock = owed.reduce<ClockView | undefined>(
      (found, { due }) =>
        found ?? (typeof due === "object" ? clockOf(due, records.asAt, records.area.calendar) : undefined),
      undefined,
    );
    return clock === undefined ? [] : { strand: { code: strand, label: supervisionStrands[strand].label }, clock };
  });
}
