import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aClause, id } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Question, Rulebook } from "../../views.ts";

const aRule = (rule: string, of: Partial<Question["rules"][number]> = {}): Question["rules"][number] => ({
  rule,
  title: "Newly qualified practitioners wait before training",
  clause: aClause("8.4.2"),
  strength: "local procedure",
  force: "must",
  from: "2008-05-01",
  isInForce: true,
  isDeparted: false,
  ...of,
});

const aBook = (book: Partial<Rulebook> = {}): Rulebook => ({
  areaName: "Ashbeck",
  edition: { id: "a-book", version: 1, title: "Procedure for the lead professional" },
  basedOn: [{ id: "a-base", version: 1, title: "The managers' guide" }],
  adoptedFrom: "2024-09-01",
  adoptions: [
    {
      adoptionId: id(901),
      title: "Procedure",
      version: 1,
      from: "2024-09-01",
      recordedAt: "2024-08-01T09:00:00.000Z",
      isShown: true,
    },
    {
      adoptionId: id(902),
      title: "The guide",
      version: 1,
      from: "2020-09-01",
      recordedAt: "2020-08-01T09:00:00.000Z",
      isShown: false,
    },
  ],
  sources: [
    { source: "CP3.1", title: "Procedure for Lead Professional", issued: "2008-05-01", status: "local procedure" },
  ],
  terms: { leadProfessional: "key worker" },
  departures: [],
  setsAside: [{ rule: "base.x", title: "A manager settles disagreements", because: "CP3.1 8.7.4 replaces it" }],
  questions: [
    {
      question: "named-person.who",
      topic: "named-person",
      title: "Who is this child's named person?",
      shape: "designation",
      silentBecause: "The managers' guide knows no named person.",
      rules: [],
      values: [],
    },
    {
      question: "lead-professional.training",
      topic: "lead-professional",
      title: "May this practitioner be offered training for the role?",
      shape: "gate",
      rules: [
        aRule("wigan.newly-qualified"),
        aRule("wigan.check", {
          title: "Enhanced check, complete and suitable",
          clause: aClause("8.3"),
          isDeparted: true,
        }),
      ],
      values: [
        {
          name: "months after qualifying",
          value: "24",
          editionValue: "18",
          isAreasOwn: true,
          clause: aClause("8.4.2"),
          least: 0,
          most: 60,
        },
        {
          name: "years until check reminder",
          value: "3",
          editionValue: "3",
          isAreasOwn: false,
          ours: "WIG-D8",
          reading: "A reminder comes 3 years after the certificate was issued; it never blocks.",
          least: 1,
          most: 10,
        },
      ],
    },
  ],
  ...book,
});

test("every question stands with its clauses, and a silent one with why nobody answers it", async () => {
  const api = aSignedInApi({ role: "strategic-manager", terms: { leadProfessional: "key worker" } });
  api.answers("area.rulebook", aBook());
  const { accessible } = await drawAt("/rulebook");
  const silent = screen.getByRole("region", { name: "Who is this child's named person?" });
  expect(silent.textContent).toContain("The managers' guide knows no named person.");
  const rules = screen.getByRole("table", { name: "Rules: May this practitioner be offered training for the role?" });
  expect(rules.textContent).toContain("CP3.1 8.4.2");
  expect(rules.textContent).toContain("Local procedure");
  expect(rules.textContent).toContain("Must");
  expect(rules.textContent).toContain("from 1 May 2008");
  expect(rules.textContent).toContain("The area departs from it");
  expect(screen.getByRole("heading", { level: 2, name: "Key worker" })).toBeTruthy();
  await accessible();
});

test("a value says whether a document gives it, the area set it, or it is our reading", async () => {
  const api = aSignedInApi();
  api.answers("area.rulebook", aBook());
  await drawAt("/rulebook");
  const values = screen.getByRole("table", { name: "Values: May this practitioner be offered training for the role?" });
  const [, set, ours] = within(values).getAllByRole("row");
  expect(set?.textContent).toContain("Set by the area");
  expect(set?.textContent).toContain("18 in the edition");
  expect(ours?.textContent).toContain("Our reading WIG-D8");
  expect(ours?.textContent).toContain("it never blocks");
  expect(ours?.textContent).not.toContain("CP3.1");
});

test("words and clauses are searched, and only silent or departed rules shown when asked", async () => {
  const api = aSignedInApi();
  api.answers("area.rulebook", aBook());
  const { user, path } = await drawAt("/rulebook");
  await user.type(screen.getByRole("searchbox", { name: "Words or clause" }), "8.3");
  await user.click(screen.getByRole("button", { name: "Show results" }));
  expect(screen.getByText("1 question of 2, 1 rule, 0 values.")).toBeTruthy();
  expect(path()).toContain("search=");
  await user.click(screen.getByRole("button", { name: "Clear all" }));
  await user.selectOptions(screen.getByRole("combobox", { name: "Only" }), "Questions without an answer");
  await user.click(screen.getByRole("button", { name: "Show results" }));
  expect(screen.getByText("1 question of 2, 0 rules, 0 values.")).toBeTruthy();
  await user.selectOptions(screen.getByRole("combobox", { name: "Only" }), "Rules the area departs from");
  await user.click(screen.getByRole("button", { name: "Show results" }));
  expect(screen.getByText("1 question of 2, 1 rule, 0 values.")).toBeTruthy();
  await user.clear(screen.getByRole("searchbox", { name: "Words or clause" }));
  await user.type(screen.getByRole("searchbox", { name: "Words or clause" }), "nothing like it");
  await user.click(screen.getByRole("button", { name: "Show results" }));
  expect(screen.getByText("Nothing in this rulebook matches")).toBeTruthy();
});

test("documents, what is set aside by its own words, the area's words, and every adoption stand below", async () => {
  const api = aSignedInApi();
  api.answers("area.rulebook", ({ adoptionId }) =>
    adoptionId === undefined ? aBook() : aBook({ adoptedFrom: "2020-09-01", basedOn: [] }),
  );
  const { user } = await drawAt("/rulebook");
  expect(screen.getByText("A manager settles disagreements")).toBeTruthy();
  expect(screen.getByText("The area departs from no rule.")).toBeTruthy();
  expect(screen.getByText("Edition 1, adopted from 1 September 2024. Based on The managers' guide.")).toBeTruthy();
  await user.click(screen.getByRole("link", { name: "1 September 2020" }));
  expect(await screen.findByText("Edition 1, adopted from 1 September 2020.")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Read the rulebook in force today" })).toBeTruthy();
});
