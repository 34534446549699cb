import { screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, test } from "vitest";
import { aClause, aDecision, aProposal, aRestrictedChild, aStage, id, person } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Proposal } from "../../views.ts";

const at = `/proposals/${id(500)}`;
let api: ReturnType<typeof aSignedInApi>;

beforeEach(() => {
  api = aSignedInApi();
  api.answers("leadProfessional.statutory", {
    decision: aDecision({
      question: "lead-professional.statutory",
      title: "Who must lead, by law or by procedure?",
      answerInWords: "No law or procedure settles it: people choose",
    }),
  });
});

const draw = (proposal: Partial<Proposal> = {}) => {
  api.answers("leadProfessional.proposal", aProposal(proposal));
  return drawAt(at);
};

describe("a proposal on the manager's desk", () => {
  test("says who is proposed for whom, why, and whom the family turns to meanwhile", async () => {
    const { accessible } = await draw();
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Amina Yusuf as lead professional");
    expect(screen.getByRole("link", { name: "Leo Barlow" }).getAttribute("href")).toBe(
      `/named-person/children/${id(300)}`,
    );
    expect(screen.getByText("She knows the family best.")).toBeTruthy();
    expect(screen.getByText("Claire Ormond, Clinical team leader, Ashbeck Community Health")).toBeTruthy();
    await accessible();
  });

  test("CWDC-2.10a: how far the family is engaged stands on the proposal with its day", async () => {
    const state = { code: "tentative", label: "Tentative" };
    const seen = [{ state, on: "2026-10-01", note: "Talks at the door", by: "Dan Peel" }];
    const { accessible } = await draw({ engagement: { childId: id(300), seen } });
    const part = screen.getByRole("heading", { name: "How far the family is engaged" }).closest("section");
    expect(part?.textContent).toContain("Tentative since 1 October 2026, as Dan Peel recorded.");
    expect(part?.textContent).toContain("Talks at the door");
    await accessible();
  });

  test("WIG-8.6.3b: shows 22 of 20 before it is confirmed, with the parts, and asks for a reason or another person", async () => {
    const needsReason = aStage({
      may: {
        ...aStage().may,
        wordsNeededFor: ["agreed", "declined"],
        wordsFor: { agreed: "why more is given than was agreed", declined: "the reason" },
      },
    });
    const { user } = await draw({ stages: [needsReason] });
    expect(screen.getByText(/18 of 20 points now, 22 after: 2 over/)).toBeTruthy();
    expect(screen.getByText(/asks for a reason, or for another person/)).toBeTruthy();
    expect(screen.getByText("How 18 points are made now")).toBeTruthy();
    expect(screen.getByText("How 22 points would be made after")).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: "Agreed" }));
    await user.click(screen.getByRole("button", { name: "Record this" }));
    expect((await screen.findAllByText("Enter why more is given than was agreed")).length).toBeGreaterThan(0);
    expect(screen.getByRole("textbox", { name: "Why more is given than was agreed" })).toBeTruthy();
    expect(api.askedOf("leadProfessional.recordStage")).toEqual([]);
  });

  test("WIG-8.6.4b: says that it awaits the second manager, and whose word each stage is", async () => {
    const { accessible } = await draw({
      awaiting: ["This waits for the second manager, who sees the same load and has not acknowledged yet."],
      stages: [
        aStage({
          state: "through",
          entries: [anEntry("Agreed", "agreed")],
          may: { ...aStage().may, enter: { may: false } },
        }),
        aStage({
          stage: "second-manager",
          label: "Acknowledgement of the second manager",
          whose: "Second line manager",
          people: [person(2, "Gary Holt")],
          clause: aClause("8.6.4"),
          may: { ...aStage().may, enter: { may: false, why: "The second manager records this." } },
        }),
      ],
    });
    expect(screen.getAllByText(/waits for the second manager/).length).toBeGreaterThan(0);
    const steps = screen.getByRole("list", { name: "Whose agreement is needed" });
    expect(steps.textContent).toContain("Second line manager: Gary Holt");
    expect(screen.getByText("The second manager records this.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Record this" })).toBeNull();
    await accessible();
  });

  test("nothing is ticked before the manager ticks it", async () => {
    await draw();
    for (const radio of screen.getAllByRole("radio")) expect((radio as HTMLInputElement).checked).toBe(false);
  });

  test("agreeing records it once, however often it is pressed, and goes on to what happens next", async () => {
    api.answers("leadProfessional.recordStage", () => {
      const after = aProposal({
        version: 4,
        stages: [
          aStage({
            state: "through",
            entries: [anEntry("Agreed", "agreed")],
            may: { ...aStage().may, enter: { may: false } },
          }),
          aStage({ stage: "family", label: "The family's agreement", whose: "The family", people: [], may: shutMay }),
        ],
      });
      api.answers("leadProfessional.proposal", after);
      return after;
    });
    const { user, path, accessible } = await draw();
    await user.click(screen.getByRole("radio", { name: "Agreed" }));
    await user.dblClick(screen.getByRole("button", { name: "Record this" }));
    expect(await screen.findByRole("heading", { level: 1, name: "It is recorded as agreed" })).toBeTruthy();
    expect(path()).toBe(`${at}/recorded?stage=line-manager`);
    expect(screen.getByRole("list", { name: "What is still to be recorded" }).textContent).toContain(
      "The family's agreement",
    );
    const sent = api.askedOf("leadProfessional.recordStage");
    expect(sent.map(({ input }) => input)).toMatchObject([
      { proposalId: id(500), version: 3, stage: "line-manager", outcome: "agreed" },
    ]);
    await accessible();
  });

  test("declining asks why, and keeps what was written when the proposal was answered by somebody else meanwhile", async () => {
    api.refuses("leadProfessional.recordStage", {
      code: "CONFLICT",
      refusal: { kind: "already", because: "Gary Holt declined this on 24 November 2026." },
    });
    const { user } = await draw();
    await user.click(screen.getByRole("radio", { name: "Declined" }));
    await user.click(screen.getByRole("button", { name: "Record this" }));
    expect((await screen.findAllByText("Enter the reason")).length).toBeGreaterThan(0);
    await user.type(screen.getByRole("textbox", { name: "The reason" }), "She leads four already.");
    await user.click(screen.getByRole("button", { name: "Record this" }));
    expect(await screen.findByText("Gary Holt declined this on 24 November 2026.")).toBeTruthy();
    expect(screen.getByDisplayValue("She leads four already.")).toBeTruthy();

    api.answers("leadProfessional.proposal", aProposal({ version: 7 }));
    await user.click(screen.getByRole("button", { name: /Show how it stands now/ }));
    expect(screen.getByDisplayValue("She leads four already.")).toBeTruthy();
    api.answers("leadProfessional.recordStage", aProposal({ version: 8, state: "stopped" }));
    await user.click(screen.getByRole("button", { name: "Record this" }));
    await screen.findByRole("heading", { level: 1, name: "It is recorded" });
    expect(api.askedOf("leadProfessional.recordStage").at(-1)?.input).toMatchObject({
      version: 7,
      words: "She leads four already.",
    });
  });

  test("WIG-8.7.5a: when it was not agreed, says what follows, by whom and by when, and who is the contact", async () => {
    const { accessible } = await draw({
      state: "stopped",
      endedAt: "2026-11-24T14:20:00.000Z",
      endedBecause: "The group did not agree.",
      notAgreed: [
        {
          dutyId: id(801),
          act: "tell-line-manager",
          because: "Tell your own line manager at once.",
          clause: "CP3.1 8.7.5",
          owedBy: person(10, "Amina Yusuf"),
          clock: { due: "by the end of 26 November 2026", left: "2 working days left", state: "running" },
        },
      ],
      stages: [aStage({ state: "stopped", entries: [anEntry("Declined", "declined", "Too much.")], may: shutMay })],
    });
    const follows = screen.getByRole("list", { name: "What follows" });
    expect(follows.textContent).toContain("Amina Yusuf · CP3.1 8.7.5");
    expect(follows.textContent).toContain("2 working days left");
    expect(screen.getByText(/the family turns to Claire Ormond/)).toBeTruthy();
    expect(screen.getByText("Too much.")).toBeTruthy();
    await accessible();
  });

  test("a clause speaks with its number; a finding about somebody else's record is counted and not shown", async () => {
    const { accessible } = await draw({
      choice: {
        decision: aDecision({
          tone: "caution",
          answerInWords: "Once something more is done",
          hiddenFindings: 2,
          findings: [
            {
              rule: "wigan.over-capacity",
              title: "Over capacity needs a reason",
              because: "This would make 22 of 20.",
              force: "must",
              strength: "local procedure",
              clause: aClause("8.6.3"),
              effect: "permits-if",
              needs: [{ what: "reason", from: "the line manager" }],
            },
          ],
        }),
      },
    });
    expect(screen.getByText("CP3.1 8.6.3")).toBeTruthy();
    expect(screen.getByText(/2 more clauses spoke about somebody whose record you may not see/)).toBeTruthy();
    await accessible();
  });

  test("a child whose record is restricted is not named, and no way leads to the record", async () => {
    await draw({ child: aRestrictedChild });
    expect(screen.getAllByText("A child whose record is restricted").length).toBeGreaterThan(0);
    expect(screen.queryByRole("link", { name: "Open the plan" })).toBeNull();
  });

  test("a proposal that this manager may not see reads as if it were not there", async () => {
    api.refuses("leadProfessional.proposal", { code: "NOT_FOUND", refusal: { kind: "not-visible" } });
    const { accessible } = await drawAt(at);
    expect(screen.getByRole("heading", { level: 1, name: "Page not found" })).toBeTruthy();
    await accessible();
  });

  test("asks who took part where the clause asks for a discussion", async () => {
    api.answers("plan.get", { practitioners: [person(10, "Amina Yusuf"), person(11, "Dan Price")] } as never);
    api.answers("leadProfessional.recordStage", aProposal({ version: 4 }));
    const { user } = await draw({
      stages: [
        aStage({
          stage: "discussion",
          kind: { code: "discussion", label: "Discussion" },
          label: "Discussion of those involved",
          may: { ...aStage().may, asks: ["words", "held-on", "participants"], wordsNeededFor: [], wordsFor: {} },
        }),
      ],
    });
    await user.click(screen.getByRole("radio", { name: "Agreed" }));
    await user.click(screen.getByRole("button", { name: "Record this" }));
    const summary = await screen.findByRole("alert");
    expect(within(summary).getByText("Enter the day it was held")).toBeTruthy();
    await user.click(screen.getByRole("checkbox", { name: "Dan Price" }));
    await user.type(screen.getByRole("textbox", { name: "Day" }), "23");
    await user.type(screen.getByRole("textbox", { name: "Month" }), "11");
    await user.type(screen.getByRole("textbox", { name: "Year" }), "2026");
    await user.type(screen.getByRole("textbox", { name: /Others who took part/ }), "Mrs Kerr\nThe school nurse");
    await user.click(screen.getByRole("button", { name: "Record this" }));
    await screen.findByRole("heading", { level: 1, name: "It is recorded" });
    expect(api.askedOf("leadProfessional.recordStage").at(-1)?.input).toMatchObject({
      heldOn: "2026-11-23",
      participantIds: [id(11)],
      others: ["Mrs Kerr", "The school nurse"],
    });
  });
});

test("withdrawing asks why, and comes back to the proposal", async () => {
  api.answers("leadProfessional.proposal", aProposal({ may: { withdraw: { may: true } } }));
  api.answers("leadProfessional.withdraw", aProposal({ state: "withdrawn", version: 4 }));
  const { user, path, accessible } = await drawAt(`${at}/withdraw`);
  await accessible();
  await user.click(screen.getByRole("button", { name: "Withdraw the proposal" }));
  expect((await screen.findAllByText("Enter why the proposal is withdrawn")).length).toBeGreaterThan(0);
  await user.type(screen.getByRole("textbox", { name: "Why is it withdrawn?" }), "She is leaving in January.");
  await user.click(screen.getByRole("button", { name: "Withdraw the proposal" }));
  await screen.findByRole("heading", { level: 1, name: "Amina Yusuf as lead professional" });
  expect(path()).toBe(`${at}`);
});

const shutMay = { ...aStage().may, enter: { may: false } };
const anEntry = (label: string, code: string, words?: string) => ({
  outcome: { code, label },
  participants: [],
  recordedBy: person(1, "Helen Mold"),
  recordedAt: "2026-11-24T10:00:00.000Z",
  ...(words === undefined ? {} : { words }),
});
