import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { id } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type Own = Answers["supervision"]["own"];
const mia = { visibility: "full" as const, childId: id(301), name: "Mia Kerr" };
const own: Own = {
  arrangement: {
    version: 1,
    model: { code: "dual", label: "C: two supervisors" },
    lead: { practitionerId: id(2), name: "Cora Venn" },
    practice: { practitionerId: id(1), name: "Helen Mold" },
    usualEveryDays: 42,
    since: "2026-11-02",
  },
  next: [
    {
      strand: { code: "lead", label: "The role of lead professional" },
      clock: { due: "by the end of 30 November 2026", left: "5 working days left", state: "running" },
    },
  ],
  sessions: [
    {
      sessionId: id(600),
      strand: { code: "lead", label: "The role of lead professional" },
      kind: { code: "formal", label: "A planned session" },
      heldOn: "2026-11-02",
      by: "Cora Venn",
      note: "The start as lead",
      summary: "Well begun",
      actions: "A co-visit",
      cases: [{ child: mia, note: "Opens the door again", riskIsHigh: false }],
    },
  ],
  requests: [],
  leads: [{ childId: id(301), child: mia }],
  may: { ask: { may: true } },
};

describe("my supervision", () => {
  test("CWDC-5.19c: who supervises the role and the practice, when next, and what was agreed", async () => {
    aSignedInApi().answers("supervision.own", own);
    const { accessible } = await drawAt("/supervision");
    for (const words of ["Cora Venn", "Helen Mold", "Well begun", "A co-visit"])
      expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText(/30 November 2026/)).toBeTruthy();
    await accessible();
  });

  test("where nobody settled it, it says who does, and extra supervision waits for that", async () => {
    const { arrangement: _, ...rest } = own;
    const why = "It is not settled who supervises you. Your line manager settles it.";
    aSignedInApi().answers("supervision.own", {
      ...rest,
      manager: { practitionerId: id(1), name: "Helen Mold" },
      sessions: [],
      next: [],
      may: { ask: { may: false, why } },
    });
    await drawAt("/supervision");
    expect(screen.getByText("Helen Mold, who manages you, settles it.")).toBeTruthy();
    expect(screen.getByText(why)).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Ask for extra supervision" })).toBeNull();
  });

  test("CWDC-5.19b: extra supervision is asked for with what it is about", async () => {
    const api = aSignedInApi();
    api.answers("supervision.own", own);
    api.answers("supervision.ask", { practitionerId: id(9) });
    const { user, accessible } = await drawAt("/supervision/ask");
    await user.click(screen.getByRole("button", { name: "Ask" }));
    expect(await screen.findByRole("link", { name: "Enter what you need to talk about" })).toBeTruthy();
    await accessible();
    await user.type(screen.getByRole("textbox", { name: "What do you need to talk about?" }), "Housing is silent");
    await user.click(screen.getByRole("button", { name: "Ask" }));
    expect(await screen.findByText(/Your supervisor is told/)).toBeTruthy();
    expect(api.askedOf("supervision.ask")[0]?.input).toMatchObject({ childId: id(301), reason: "Housing is silent" });
  });
});
