import {
  answerLabel,
  type GateDecision,
  IdSchema,
  isStorable,
  type StandingKind,
  thePractitioner,
} from "@linchpin/domain";
import { z } from "zod";
import { NameCursorSchema, pageByName } from "../../paging.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { askSuitability, askTraining } from "./gates.ts";
import { practitionerFactsOf, type StandingRow, standingRows } from "./reads.ts";
import { registerOf, registerShows } from "./register-store.ts";
import { factInWords } from "./standing.ts";
import { type AnswerView, RegisterView } from "./views.ts";

const Register = z.object({
  teamId: IdSchema.optional(),
  show: z.enum(registerShows, { error: "Choose whom to show" }).optional(),
  search: z.string().max(200).refine(isStorable, "Remove the character that cannot be shown").optional(),
  cursor: NameCursorSchema.optional(),
});

/**
 * The caller's people, and whether each may be offered training and may lead. Those without an enhanced clearance are
 * the exceptions list that WIG-4a asks for. A few statements a page, however many people.
 */
export const register = practitionerProcedure("workforce.register.read")
  .input(Register)
  .output(RegisterView)
  .query(({ ctx, input: { teamId = "", show = "all", search = "", cursor } }) =>
    ctx.read(async (records) => {
      const found = await registerOf(records, { teamId, show, search, after: cursor });
      const { page, nextCursor } = pageByName(found.people, (row) => ({ name: row.sortName, id: row.practitionerId }));
      const shown = page.map(({ practitionerId }) => practitionerId);
      const facts = await practitionerFactsOf(records, shown);
      const rows = shown.length === 0 ? [] : await standingRows(records, shown);
      if (shown.length > 0)
        await records.audit("read", "workforce.register.read", { detail: { practitionerIds: shown } });
      return {
        practitioners: page.flatMap(({ sortName: _, ...person }) => {
          const own = facts.get(person.practitionerId);
          if (own === undefined) return [];
          const [training, suitability] = [askTraining(records, own), askSuitability(records, own)];
          const recorded = rows.filter(({ practitionerId }) => practitionerId === person.practitionerId);
          return {
            ...person,
            check: inWords(recorded, "enhanced-check"),
            engagement: inWords(recorded, "engagement"),
            pool: inWords(recorded, "pool"),
            training: answerOf(training, person.practitionerId),
            suitability: answerOf(suitability, person.practitionerId),
            missing: [...new Set([...training.missing, ...suitability.missing])],
          };
        }),
        nextCursor,
        teams: [...found.teams],
      };
    }),
  );

function inWords(rows: readonly StandingRow[], kind: StandingKind): string {
  const row = rows.findLast((one) => one.kind === kind);
  return row === undefined ? "Not recorded." : factInWords(row, () => undefined);
}

/** A gate's answer in a list: what rests on somebody else, a mentor's own record, stays on that person's page. */
function answerOf(decision: GateDecision, practitionerId: string): AnswerView {
  const { label, tone } = answerLabel(decision.question, decision.shape, decision.answer);
  const open = decision.findings.filter(
    ({ effect, liftedBy, about }) =>
      effect !== "permits" && liftedBy === undefined && about === thePractitioner(practitionerId),
  );
  return {
    answer: decision.answer,
    answerInWords: label,
    tone,
    because: open.map(({ because, clause }) => ({ because, clause: `${clause.source} ${clause.at}` })),
    ...(decision.from === undefined ? {} : { from: decision.from }),
  };
}
