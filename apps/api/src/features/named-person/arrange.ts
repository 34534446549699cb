import {
  ArrangeNamedPersons,
  addMonths,
  DomainError,
  fullName,
  type LocalDate,
  wholeRoll,
  yearGroupInWords,
} from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { establishmentKept, keepArrangement, staffOf } from "./arrangement-store.ts";
import { settleRoll } from "./follows.ts";
import { arrangementOf } from "./see-arrangement.ts";
import type { Settled } from "./settle.ts";
import { silenceOf } from "./silence.ts";
import { ArrangedView } from "./views.ts";

type Problem = { readonly path: string; readonly message: string };

/** Keeps a school's arrangement and applies it to every child of its roll at once, with single exceptions (HIG-62). */
export const arrange = practitionerProcedure("named-person.arrange")
  .input(ArrangeNamedPersons)
  .output(ArrangedView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const kept = await establishmentKept(records, input.establishmentId);
      const silence = silenceOf(records);
      if (silence) return silence;
      await check(records, input);
      await keepArrangement(records, input);
      const changed = { ...kept, arrangement: input.pattern, version: input.version + 1 };
      const done = await settleRoll(records, {
        establishment: changed,
        from: input.from,
        exceptions: input.exceptions,
      });
      if (done === undefined) throw new Error("a book that is not silent settled nothing");
      if (done.arranged.notOnRoll.length > 0)
        refuse([{ path: "exceptions", message: "Choose children who are on this roll" }]);
      const { settled } = done;
      return {
        known: true as const,
        arrangement: await arrangementOf(records, changed),
        changed: settled.changed.length,
        unchanged: settled.unchanged,
        toTell: settled.toTell,
        refused: refusedIn(settled, done.roll),
      };
    }),
  );

const refuse = (problems: readonly Problem[]): never => {
  throw new DomainError({ kind: "input", problems });
};

/** People are of the staff, groups fit the pattern, and the day is near. */
async function check(
  records: Records,
  { establishmentId, pattern, groups, exceptions, from }: ArrangeNamedPersons,
): Promise<void> {
  const staff = new Set((await staffOf(records, establishmentId, from)).map(({ practitionerId }) => practitionerId));
  const message = "Choose somebody on the staff of this school or clinic";
  const problems: Problem[] = [
    ...groups.flatMap(({ practitionerId }, at) =>
      staff.has(practitionerId) ? [] : [{ path: `groups.${at}.practitionerId`, message }],
    ),
    ...exceptions.flatMap(({ practitionerId }, at) =>
      staff.has(practitionerId) ? [] : [{ path: `exceptions.${at}.practitionerId`, message }],
    ),
  ];
  if (pattern === "one-person" && !groups.some(({ group }) => group === wholeRoll))
    problems.push({ path: "groups", message: "Choose the one person for everybody" });
  if (isFar(from, records.today)) problems.push({ path: "from", message: "Enter a day within 12 months of today" });
  if (problems.length > 0) refuse(problems);
}

const isFar = (from: LocalDate, today: LocalDate) => from > addMonths(today, 12) || from < addMonths(today, -12);

/** Children whom the rules do not let this person be named for, each with the clauses that say so. */
const refusedIn = ({ refused }: Settled, roll: NonNullable<Awaited<ReturnType<typeof settleRoll>>>["roll"]) =>
  refused.map(({ wanted: { standing, person }, decision, decisionId }) => {
    const { childId, givenName, familyName } = standing;
    const place = roll.find((one) => one.childId === childId);
    return {
      child: {
        childId,
        name: fullName({ given: givenName, ...(familyName === "" ? {} : { family: familyName }) }),
        group: place?.group ?? null,
        yearGroup: yearGroupInWords(place?.yearGroup ?? null),
      },
      name: person.name,
      decisionId,
      because: decision.findings
        .filter(({ liftedBy, effect }) => liftedBy === undefined && effect !== "permits")
        .map(({ because, clause }) => ({ because, clause: `${clause.source} ${clause.at}` })),
    };
  });
