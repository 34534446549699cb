import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { ArrangeFacts } from "../../meeting/model.ts";
import { aGuest, arrangeFacts, mayChairFacts, preparationFacts, whoChairsFacts } from "../../testing/meeting.ts";
import { asItStands } from "../questions.ts";
import { wigan } from "./wigan.ts";

const book = asItStands(wigan);
const at = (day: string) => noonOn(localDate(day));

describe("WIG-7.6: the lead professional calls and chairs inter-agency meetings", () => {
  const amina = { id: "amina", from: localDate("2026-11-24") } as const;
  const call = (of: Partial<ArrangeFacts>, day = "2026-11-24") =>
    book.gate(
      "meeting.arrange",
      arrangeFacts({ lead: amina, by: { id: "amina", role: "lead-professional" }, ...of }),
      at(day),
    );
  test("Amina leads from 24 November, and may call a meeting from then", () => {
    expect(call({}, "2026-11-23")).toMatchObject({ answer: "prevents", from: "2026-11-24" });
    expect(call({}, "2026-11-24").answer).toBe("permits");
    expect(call({}).findings).toMatchObject([{ rule: "wigan.meeting-lead-convenes", clause: { at: "7.6" } }]);
  });
  test("others ask her; administration where she asked for its help", () => {
    const rob = { by: { id: "rob", role: "practitioner" } } as const;
    expect(call(rob)).toMatchObject({ answer: "refers", decidedBy: ["lead-professional"] });
    const admin = { by: { id: "ann", role: "administrator" } } as const;
    expect(call({ ...admin, hasAdministrativeHelp: true }).answer).toBe("permits");
    expect(call({ ...admin, hasAdministrativeHelp: false }).answer).toBe("refers");
    expect(call({ ...admin, hasAdministrativeHelp: "not-recorded" }).answer).toBe("unknown");
    expect(call({ lead: "not-recorded" })).toMatchObject({ answer: "unknown", missing: ["who leads"] });
  });
  test("until somebody leads the assessor brings people together", () => {
    const fay = { by: { id: "fay", role: "assessor" }, assessor: "fay" } as const;
    expect(call({ ...fay, lead: "none" }).answer).toBe("permits");
    expect(call({ ...fay }, "2026-11-23").answer).toBe("permits");
    expect(call({ ...fay }, "2026-11-24").answer).toBe("refers");
  });

  test("all team members are invited to the meeting of 8 December", () => {
    const people = [
      aGuest("rob", { invitedOn: "none" }),
      aGuest("nurse", { invitedOn: "not-recorded" }),
      aGuest("senco"),
      aGuest("mother", { as: "family", invitedOn: "none" }),
    ];
    const { owed } = book.duty("meeting.preparation", preparationFacts({ lead: "amina", people }), at("2026-11-24"));
    expect(owed.map(({ act, due, whoId }) => [act, due, whoId])).toEqual([
      ["meeting.invite:rob", { day: "2026-12-01" }, "amina"],
      ["meeting.invite:nurse", { day: "2026-12-01" }, "amina"],
      ["meeting.invite:mother", { day: "2026-12-01" }, "amina"],
    ]);
  });

  const plan = { lead: "amina" } as const;
  const who = (of: Parameters<typeof whoChairsFacts>[0]) =>
    book.designation("meeting.who-chairs", whoChairsFacts({ plan, ...of }), at("2026-11-24"));
  test("she is chair unless she names another", () => {
    expect(who({})).toMatchObject({ tier: "expected", holders: [{ id: "amina" }] });
    expect(who({ namedByLead: "not-recorded" })).toMatchObject({ holders: [{ id: "amina" }] });
    expect(who({ namedByLead: "rob" })).toMatchObject({ tier: "expected", holders: [{ id: "rob" }] });
    expect(who({ plan: { lead: "none" } })).toMatchObject({ answer: "open", missing: ["who leads"] });
    expect(who({ plan: { lead: "not-recorded" } })).toMatchObject({ answer: "open", missing: ["who leads"] });
  });
  test("she may, and whom she names; somebody else is for her to name", () => {
    const may = (id: string, namedByLead = "none") =>
      book.gate("meeting.may-chair", mayChairFacts({ plan, namedByLead, candidate: { id } }), at("2026-11-24")).answer;
    expect(may("amina")).toBe("permits");
    expect(may("rob", "rob")).toBe("permits");
    expect(may("rob")).toBe("refers");
    expect(may("nurse", "rob")).toBe("refers");
  });
  test("a review of the training plan is chaired by the supervising officer, and not the lead's to give away", () => {
    const meeting = { id: "m", kind: "training-plan-review", on: localDate("2026-11-24") } as const;
    const child = {
      statuses: [{ id: "s", kind: "youth-order", from: localDate("2026-10-01"), holder: "omar" }],
    } as const;
    expect(who({ meeting, child })).toMatchObject({ tier: "must", holders: [{ id: "omar" }] });
    expect(who({ meeting, child }).findings.map(({ rule }) => rule)).not.toContain("wigan.meeting-lead-chairs");
    const may = (id: string, namedByLead = "none") =>
      book.gate(
        "meeting.may-chair",
        mayChairFacts({ plan, meeting, child, namedByLead, candidate: { id } }),
        at("2026-11-24"),
      );
    expect(may("omar").answer).toBe("permits");
    expect(may("amina").answer).toBe("prevents");
    expect(may("rob", "rob").answer).toBe("prevents");
    expect(may("omar").findings).toMatchObject([{ rule: "england.meeting-only-officer-chairs" }]);
  });
});
