import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, childId, id, person, term } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answer, Consent } from "./consent-words.ts";

const anAnswer = (of: Partial<Answer> = {}): Answer => ({
  consentId: id(700),
  version: 1,
  by: { is: "parent-or-carer", name: "Ana Lind" },
  answer: "given",
  standing: "in-force",
  form: "written",
  says: { what: "Reading scores", withWhom: "The speech therapist", why: "So that she can plan sessions" },
  agencies: [term("health", "Health")],
  recipients: [person(12, "Amina Yusuf")],
  items: [],
  from: "2026-11-20",
  lastDay: "2027-02-26",
  recordedBy: person(11, "Euan Sinclair"),
  recordedAt: "2026-11-20T10:00:00.000Z",
  ...of,
});
const aConsent = (of: Partial<Consent> = {}): Consent => ({
  childId,
  childName: "Isla Fraser",
  answers: [anAnswer()],
  items: [],
  carers: ["Ana Lind"],
  may: { record: { may: true } },
  ...of,
});
const refused = anAnswer({
  consentId: id(701),
  by: { is: "child" },
  answer: "refused",
  standing: "refused",
  says: { what: "What I said about home", withWhom: "Housing", why: "So that they can help" },
});
function anApi(of: Partial<Consent> = {}) {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  api.answers("consent.forChild", aConsent(of));
  return api;
}
const page = `/children/${childId}/consent`;

describe("HIG-26: what child and family answered about sharing", () => {
  test("who answered, to what, with whom and why, in which form and until when, and how it stands", async () => {
    anApi({ answers: [anAnswer(), refused] });
    const { accessible } = await drawAt(page);
    const [, first, second] = within(screen.getByRole("table", { name: "Answers about sharing" })).getAllByRole("row");
    for (const words of [
      "Reading scores",
      "With whom: The speech therapist",
      "Why: So that she can plan sessions",
      "Ana Lind",
      "In writing",
      "Health and Amina Yusuf",
      "20 November 2026 to 26 February 2027",
      "In force",
    ])
      expect(first?.textContent).toContain(words);
    expect(second?.textContent).toContain("The child");
    expect(second?.textContent).toContain("Refused");
    await accessible();
  });

  test("it is narrowed by words and by how it stands, and the address keeps that", async () => {
    anApi({ answers: [anAnswer(), refused] });
    const { user, path } = await drawAt(page);
    await user.type(screen.getByLabelText("Words in the answer"), "housing");
    await user.click(screen.getByRole("button", { name: /Apply|Narrow|Show/ }));
    expect(path()).toContain("words=housing");
    expect(screen.queryByText("Reading scores")).toBeNull();
    expect(screen.getByText("What I said about home")).toBeTruthy();
  });

  test("where nobody was asked it says so; whoever may not record is told why", async () => {
    anApi({ answers: [], may: { record: { may: false, why: "Your part in this child's care does not let you." } } });
    await drawAt(page);
    expect(screen.getByText("Nobody has been asked about sharing yet")).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Record an answer" })).toBeNull();
    expect(screen.getByText("Your part in this child's care does not let you.")).toBeTruthy();
  });
});

test("HIG-25: what is missing is said beside each field and nothing is sent; then it is sent whole", async () => {
  const api = anApi();
  api.answers("consent.record", aConsent());
  const { user, accessible } = await drawAt(`${page}/record`);
  await user.click(screen.getByRole("button", { name: "Record the answer" }));
  const said = within(screen.getByRole("alert"))
    .getAllByRole("link")
    .map((link) => link.textContent);
  expect(said).toContain("Enter why it is shared");
  expect(said).toContain("Choose until when it holds");
  expect(api.askedOf("consent.record")).toEqual([]);
  await user.type(screen.getByLabelText("What is shared?"), "Reading scores");
  await user.type(screen.getByLabelText("With whom?"), "The speech therapist");
  await user.type(screen.getByLabelText("Why?"), "So that she can plan sessions");
  await user.click(screen.getByLabelText("Health"));
  await user.click(screen.getByLabelText("A parent or carer"));
  await user.type(screen.getByLabelText("Name of the parent or carer"), "Ana Lind");
  await user.click(screen.getByLabelText("Yes, it may be shared"));
  await user.click(screen.getByLabelText("In writing"));
  const day = within(screen.getByRole("group", { name: "Day of the answer" }));
  await user.type(day.getByLabelText("Day"), "20");
  await user.type(day.getByLabelText("Month"), "11");
  await user.type(day.getByLabelText("Year"), "2026");
  await user.click(screen.getByLabelText("No end was set"));
  await accessible();
  await user.click(screen.getByRole("button", { name: "Record the answer" }));
  await screen.findByRole("heading", { level: 1, name: "Consent and sharing" });
  expect(api.askedOf("consent.record")[0]?.input).toMatchObject({
    childId,
    answeredBy: "parent-or-carer",
    answeredByName: "Ana Lind",
    answer: "given",
    form: "written",
    saysWhat: "Reading scores",
    agencies: ["health"],
    recipients: [],
    from: "2026-11-20",
    ends: { is: "open" },
  });
});

test("a correction starts from what was entered, and asks what was wrong", async () => {
  const api = anApi();
  api.answers("consent.correct", aConsent());
  const { user } = await drawAt(`${page}/${id(700)}/correct`);
  await user.click(screen.getByLabelText("Spoken"));
  await user.type(screen.getByLabelText("What was wrong?"), "It was on the phone");
  await user.click(screen.getByRole("button", { name: "Correct it" }));
  await screen.findByRole("heading", { level: 1, name: "Consent and sharing" });
  expect(api.askedOf("consent.correct")[0]?.input).toMatchObject({
    consentId: id(700),
    form: "spoken",
    saysWhat: "Reading scores",
    recipients: [id(12)],
    ends: { is: "on", lastDay: "2027-02-26" },
    reason: "It was on the phone",
  });
});
