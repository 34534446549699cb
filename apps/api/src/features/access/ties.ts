import { DeclareHome, DeclareKnownChild, DomainError, type FamilyTie, familyTies } from "@linchpin/domain";
import { practitionerProcedure } from "../../trpc.ts";
import { asKept, exactChildren } from "./exact-child-store.ts";
import { holdBack, holdBackFromHome } from "./follows.ts";
import { declaredBy, homeOf, keepDeclared, keepHome } from "./ties-store.ts";
import { DeclaredView, KnownChildrenView } from "./views.ts";

/** What the caller said of children they know outside work: their own words, and nothing of any record. */
export const knownChildren = practitionerProcedure("known-child.read")
  .output(KnownChildrenView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const home = await homeOf(records);
      const declared = await declaredBy(records);
      return {
        children: declared.map(({ tie, givenName, familyName, ...one }) => ({
          ...one,
          name: [givenName, familyName].filter(Boolean).join(" ") || null,
          tie: { code: tie, label: familyTies[tie as FamilyTie]?.label ?? tie },
        })),
        home: home ?? null,
      };
    }),
  );

/**
 * Says that the caller knows a child outside work. Whether there is such a record is not answered: where there is, it is
 * held back from here on, and where one comes later, from then on.
 */
export const declareKnownChild = practitionerProcedure("known-child.declare")
  .input(DeclareKnownChild)
  .output(DeclaredView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { child, tie } = input;
      const { name, bornOn, number } = asKept(child);
      if (name === "")
        throw new DomainError({ kind: "input", problems: [{ path: "child.given", message: "Enter a name" }] });
      await keepDeclared(records, {
        tie,
        givenName: child.by === "name" ? child.given : null,
        familyName: child.by === "name" ? (child.family ?? null) : null,
        searchName: name,
        bornOn,
        number,
      });
      await records.audit("changed", "known-child.declare");
      const { practitionerId } = records.who;
      await holdBack(
        records,
        (await exactChildren(records, child)).map((childId) => ({ practitionerId, childId, because: "declared", tie })),
      );
      return { declared: true as const };
    }),
  );

/** Says where the caller lives and is reached outside work. It is compared with children's records, and shown to nobody else. */
export const declareHome = practitionerProcedure("home.declare")
  .input(DeclareHome)
  .output(DeclaredView)
  .mutation(({ ctx, input: { idempotencyKey, ...home } }) =>
    ctx.change({ idempotencyKey, ...home }, async (records) => {
      await keepHome(records, home);
      await records.audit("changed", "home.declare");
      await holdBackFromHome(records, home);
      return { declared: true as const };
    }),
  );
