import { formerNames, type LocalDate, momentOn } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { areaInForce } from "../../area-in-force.ts";
import type { Database, Handle } from "../../db/database.ts";
import { team } from "../../db/schema/area.ts";
import { post, practitioner } from "../../db/schema/practitioner.ts";
import { demonstrationIssuer } from "../../demo-issuer/demo-issuer.ts";
import { Mistaken } from "../../mistaken.ts";
import type { StaffRow } from "./staff-list.ts";
import { workplaceOf } from "./staff-places.ts";

type StaffArea = { readonly areaId: string; readonly isDemonstration: boolean };
type When = { readonly today: LocalDate; readonly now: Date };
type Ids = ReadonlyMap<string, string>;

/**
 * Writes a list of staff down, all of it or nothing: an operator's act. Whoever signs in as somebody the area knows
 * already is left as they are. Agencies, schools and teams that are new are added.
 */
export const addStaff = (
  database: Database,
  area: StaffArea,
  rows: readonly StaffRow[],
  { today, now }: When,
): Promise<{ readonly added: number; readonly known: number }> =>
  database.inArea({ areaId: area.areaId, now: now.toISOString(), as: "system" }, async (tx) => {
    const known = await peopleIn(tx, area.areaId);
    const isKnown = (row: StaffRow) => {
      const { issuer, subject } = signInOf(row, area);
      return known.some((one) => one.issuer !== null && one.issuer === issuer && one.subject === subject);
    };
    const fresh = rows.filter((row) => !isKnown(row));
    const ids = new Map([
      ...known.map(({ name, id }) => [name, id] as const),
      ...fresh.map(({ NAME }) => [NAME, newId()] as const),
    ]);
    const mistakes = [
      ...fresh.flatMap((row) => problemsOf(row, area, ids)),
      ...(await replacedTitles(tx, area, fresh, today)),
    ];
    for (const row of fresh) await write(tx, area, row, ids, today, mistakes);
    if (mistakes.length > 0) throw new Mistaken(mistakes);
    return { added: fresh.length, known: rows.length - fresh.length };
  });

const peopleIn = (tx: Handle, areaId: string) =>
  tx
    .select({
      id: practitioner.practitionerId,
      name: practitioner.name,
      issuer: practitioner.issuer,
      subject: practitioner.subject,
    })
    .from(practitioner)
    .where(eq(practitioner.areaId, areaId));

/** In a demonstration people may come without an issuer: its own sign-in page offers those who have a hint. */
const signInOf = ({ ISSUER, SUBJECT, NAME }: StaffRow, { areaId, isDemonstration }: StaffArea) =>
  isDemonstration
    ? { issuer: ISSUER ?? demonstrationIssuer, subject: SUBJECT ?? `${areaId}.${NAME}` }
    : { issuer: ISSUER, subject: SUBJECT };

/** Titles that another replaced are closed to new people, where the area's documents say so: who has one already keeps it (HIG-163). */
async function replacedTitles(
  tx: Handle,
  { areaId }: StaffArea,
  rows: readonly StaffRow[],
  today: LocalDate,
): Promise<readonly string[]> {
  const asked = rows.flatMap(({ line, TITLE }) => {
    const name = former.find((one) => formerNames[one].label.toLowerCase() === TITLE.toLowerCase());
    return name === undefined ? [] : [{ line, name }];
  });
  if (asked.length === 0) return [];
  const { book } = (await areaInForce(tx, areaId)).bookOn(today);
  return asked.flatMap(({ line, name }) => {
    const decision = book.gate("meeting.former-name", { area: { id: areaId }, name, act: "create" }, momentOn(today));
    return decision.answer === "prevents"
      ? [`Line ${line}: ${decision.findings.map(({ because }) => because).join(" ")}`]
      : [];
  });
}
const former = Object.keys(formerNames) as (keyof typeof formerNames)[];

function problemsOf(row: StaffRow, area: StaffArea, ids: Ids): string[] {
  const { issuer, subject } = signInOf(row, area);
  const { line, NAME, MANAGER, HINT } = row;
  return [
    ...(issuer === undefined || subject === undefined
      ? [`Line ${line}: fill in ISSUER and SUBJECT, or ${NAME} cannot sign in.`]
      : []),
    ...(MANAGER === undefined || ids.has(MANAGER)
      ? []
      : [`Line ${line}: nobody in the list or the area is called ${MANAGER}.`]),
    ...(HINT === undefined || area.isDemonstration ? [] : [`Line ${line}: HINT is for demonstrations only.`]),
  ];
}

async function write(tx: Handle, area: StaffArea, row: StaffRow, ids: Ids, today: LocalDate, mistakes: string[]) {
  const { areaId } = area;
  const { agencyId, establishmentId, teamId, managesId } = await workplaceOf(tx, areaId, row, mistakes);
  const practitionerId = ids.get(row.NAME) ?? newId();
  const { issuer = null, subject = null } = signInOf(row, area);
  const { NAME: name, KIND: kind, HINT: hint = null, TITLE: title, ROLE: role, MANAGER } = row;
  await tx.insert(practitioner).values({ areaId, practitionerId, name, kind, issuer, subject, hint });
  await tx.insert(post).values({
    areaId,
    postId: newId(),
    practitionerId,
    agencyId,
    establishmentId,
    teamId,
    title,
    role,
    lineManagerId: MANAGER === undefined ? null : (ids.get(MANAGER) ?? null),
    during: { from: row.FROM ?? today },
  });
  if (managesId !== null)
    await tx
      .update(team)
      .set({ managerId: practitionerId })
      .where(and(eq(team.areaId, areaId), eq(team.teamId, managesId)));
}
