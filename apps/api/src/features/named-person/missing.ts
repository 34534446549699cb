import { DomainError, fullName, inWords, lastDayOf, localDate } from "@linchpin/domain";
import type { z } from "zod";
import { areaWide } from "../../db/asked.ts";
import { pageByName } from "../../paging.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { establishmentKept } from "./arrangement-store.ts";
import { whyNobody } from "./facts.ts";
import { Missing } from "./inputs.ts";
import {
  agencyOfPost,
  type ByEstablishment,
  type MissingRow,
  missingByEstablishment,
  missingRows,
  type Scope,
} from "./missing-store.ts";
import { silenceOf } from "./silence.ts";
import { type ChildStanding, standingsOf } from "./standing-store.ts";
import { MissingView } from "./views.ts";

/** Children with no named person, why, where and for how many days; the target is none (HIG-11). */
export const missing = practitionerProcedure("named-person.missing.read")
  .input(Missing)
  .output(MissingView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const scope = await scopeOf(records, input.establishmentId);
      const silence = silenceOf(records);
      if (silence) return silence;
      const figures = await areaWide(records.tx, () => missingByEstablishment(records, scope));
      const rows = await missingRows(records, scope, input.cursor);
      const { page, nextCursor } = pageByName(rows, ({ since, childId }) => ({ name: since ?? "", id: childId }));
      const standings = await areaWide(records.tx, () =>
        standingsOf(
          records,
          page.map(({ childId }) => childId),
        ),
      );
      const total = (of: "children" | "missing") => figures.reduce((sum, one) => sum + one[of], 0);
      records.saw(
        page.filter(({ isSeen }) => isSeen).map(({ childId }) => childId),
        "without a named person",
      );
      return {
        known: true as const,
        children: total("children"),
        missing: total("missing"),
        byEstablishment: figures.map(figuresOf),
        rows: page.map((row) => rowOf(row, standings.get(row.childId), records)),
        nextCursor,
      };
    }),
  );

/** A school's office sees its roll, a manager their agency's schools or clinics, a co-ordinator the area. */
async function scopeOf(records: Records, establishmentId: string | undefined): Promise<Scope> {
  const { role } = records.who;
  if (role === "record-keeper" || role === "head") {
    if (establishmentId === undefined) refuseInput("establishmentId", "Choose a school or clinic");
    return { establishmentId: (await establishmentKept(records, establishmentId)).establishmentId };
  }
  if (role === "coordinator") return establishmentId === undefined ? "area" : { establishmentId };
  const agencyId = await agencyOfPost(records);
  if (agencyId === undefined) throw new DomainError({ kind: "not-visible", what: "agency" });
  return { agencyId };
}

const serviceOf = (kind: string | null) => {
  if (kind === null || kind === "office") return "area" as const;
  return kind === "clinic" || kind === "midwifery-team" ? ("health" as const) : ("education" as const);
};

const figuresOf = ({ kind, establishment, ...figures }: ByEstablishment) => ({
  ...figures,
  establishment: establishment ?? "On no roll or caseload",
  service: serviceOf(kind),
});

/** Somebody is recorded, and has no post any more. */
const whyLeft = ({ leftOn, leftName }: MissingRow) =>
  leftOn === null
    ? undefined
    : {
        code: "post-ended",
        why: `The post of ${leftName ?? "the named person"} ended on ${inWords(lastDayOf(localDate(leftOn)))}.`,
      };

/** Without a part in the child's care, or where it is kept from them where the child is, a reader learns where and why and how long, and not who. */
function rowOf(row: MissingRow, standing: ChildStanding | undefined, records: Records): MissingRowView {
  const { childId, isSeen, givenName, familyName, establishment, group, since, days } = row;
  const told = { establishment, since, days, ...(whyLeft(row) ?? whyNobody(standing, records.today)) };
  if (!isSeen || givenName === null) return { visibility: "restricted", ...told };
  return {
    visibility: "full",
    childId,
    name: fullName({ given: givenName, ...(familyName ? { family: familyName } : {}) }),
    group,
    ...told,
  };
}

type MissingRowView = Extract<z.infer<typeof MissingView>, { known: true }>["rows"][number];
