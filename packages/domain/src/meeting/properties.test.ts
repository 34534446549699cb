import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import { addDays, localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { highland } from "../rulebooks/highland/highland.ts";
import { rulebooks } from "../rulebooks/index.ts";
import { asItStands } from "../rulebooks/questions.ts";
import { arbitraryFacts } from "../testing/facts.ts";

fc.configureGlobal({ seed: 20261122, numRuns: inject("proof") ? 10_000 : 60 });

const books = rulebooks.map((of) => asItStands(of));
const any = arbitraryFacts({ criteria: [], stages: [] });
const aDay = fc.nat(729).map((days) => addDays(localDate("2026-01-01"), days));

describe("who chairs", () => {
  test("in every rulebook whoever has to chair also may", () => {
    fc.assert(
      fc.property(any["meeting.may-chair"], aDay, ({ candidate, ...facts }, day) => {
        for (const book of books) {
          const who = book.designation("meeting.who-chairs", facts, noonOn(day));
          if (who.answer !== "filled") continue;
          for (const holder of who.holders) {
            if (holder.kind !== "person") continue;
            const posts = holder.post === undefined ? candidate.posts : [holder.post];
            const asked = { ...facts, candidate: { id: holder.id, posts } };
            expect(book.gate("meeting.may-chair", asked, noonOn(day)).answer).toBe("permits");
          }
        }
      }),
    );
  });
  test("one status more never opens the chair to somebody else", () => {
    const book = asItStands(highland);
    fc.assert(
      fc.property(any["meeting.may-chair"], any["meeting.may-chair"], aDay, (facts, other, day) => {
        const { statuses } = facts.child;
        const { statuses: others } = other.child;
        if (statuses === "not-recorded" || others === "not-recorded") return;
        const more = [...statuses, ...others];
        const ask = (list: typeof more) =>
          book.gate("meeting.may-chair", { ...facts, child: { ...facts.child, statuses: list } }, noonOn(day)).answer;
        if (ask([...statuses]) === "prevents") expect(ask(more)).toBe("prevents");
      }),
    );
  });
});

describe("nobody whom it is a risk to meet", () => {
  test("is ever invited in any rulebook unless a line manager says so", () => {
    fc.assert(
      fc.property(any["meeting.may-invite"], aDay, (facts, day) => {
        const decided = facts.decidedOtherwise;
        fc.pre(typeof decided === "string" || decided.by !== "line-manager");
        for (const book of books) {
          const { answer } = book.gate("meeting.may-invite", { ...facts, isContactRisk: true }, noonOn(day));
          expect(answer).toBe("prevents");
        }
      }),
    );
  });
  test("is on anybody's list of invitations", () => {
    fc.assert(
      fc.property(any["meeting.preparation"], aDay, (facts, day) => {
        const people = facts.people.map((one) => ({ ...one, isContactRisk: true }));
        for (const book of books) {
          const { owed } = book.duty("meeting.preparation", { ...facts, people }, noonOn(day));
          expect(owed.filter(({ act }) => act.startsWith("meeting.invite:"))).toEqual([]);
        }
      }),
    );
  });
});
