import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Clock } from "../clock.ts";
import type { Database } from "../db/database.ts";
import { practitioner } from "../db/schema/practitioner.ts";
import { auditEntry } from "../db/schema/record.ts";
import { type IssuerSettings, nameOf } from "./issuer-settings.ts";
import type { SignInEvent } from "./parts.ts";
import { hashOf } from "./secrets.ts";

const outcomes = {
  "signed-in": "changed",
  "changed-post": "changed",
  "signed-out": "changed",
  "signed-out-everywhere": "changed",
  "signed-out-by-issuer": "changed",
  "no-post": "refused",
  "no-second-factor": "refused",
  throttled: "refused",
} as const satisfies Record<SignInEvent["kind"], "changed" | "refused">;

type Parts = {
  readonly database: Pick<Database, "areas" | "inArea">;
  readonly issuers: readonly IssuerSettings[];
  readonly clock: Clock;
};
type Kept = { readonly areaId: string; readonly practitionerId: string | null; readonly postId: string | null };

/**
 * Gives what keeps in the audit who came, who went and who was turned away. What happened at a post is kept in the post's
 * area. Somebody without one is kept in each area that knows them; a stranger, in each area that their issuer may open,
 * under a hash of the name that the issuer gave: enough to tell two tries of one person, and no name in anybody's record.
 */
export const keepsSignIns =
  ({ database, issuers, clock }: Parts) =>
  async (event: SignInEvent): Promise<void> => {
    const at = clock().toISOString();
    const { kind, issuer, subject, post } = event;
    const entry = { at, act: `sign-in.${kind}`, outcome: outcomes[kind] };
    const stranger = hashOf(JSON.stringify([issuer, subject]));
    for (const one of post ? [post] : await whereKept({ database, issuers, clock }, event)) {
      const { areaId, practitionerId, postId } = one;
      const detail = practitionerId === null ? { issuer, stranger } : { issuer };
      await database.inArea({ areaId, now: at, as: "person" }, (tx) =>
        tx.insert(auditEntry).values({ ...entry, areaId, entryId: newId(), practitionerId, postId, detail }),
      );
    }
  };

/** The areas that know somebody by their issuer's name for them; where none does, those that the issuer may open. */
async function whereKept({ database, issuers, clock }: Parts, who: SignInEvent): Promise<readonly Kept[]> {
  const settings = issuers.find((one) => nameOf(one) === who.issuer);
  const now = clock().toISOString();
  const open: Kept[] = [];
  for (const { areaId } of await database.areas()) {
    if (settings?.areas && !settings.areas.includes(areaId)) continue;
    const [known] = await database.inArea({ areaId, now, as: "person" }, (tx) =>
      tx
        .select({ practitionerId: practitioner.practitionerId })
        .from(practitioner)
        .where(
          and(
            eq(practitioner.areaId, areaId),
            eq(practitioner.issuer, who.issuer),
            eq(practitioner.subject, who.subject),
          ),
        ),
    );
    open.push({ areaId, practitionerId: known?.practitionerId ?? null, postId: null });
  }
  const knowing = open.filter(({ practitionerId }) => practitionerId !== null);
  return knowing.length > 0 ? knowing : open;
}
