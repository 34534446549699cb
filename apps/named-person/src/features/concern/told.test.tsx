import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, childId, id, may, mayNot } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type Arrivals = Answers["concern"]["arrivals"]["ofChild"];
type Words = Answers["concern"]["familyWords"]["ofChild"];
const note: Arrivals["arrivals"][number] = {
  arrivalId: id(980),
  version: 1,
  childId,
  childName: "Isla Fraser",
  cameOn: "2026-10-05",
  source: { code: "police", label: "Police" },
  sourceName: "PC Hay",
  way: { code: "note", label: "Police note or alert" },
  keptAt: "The locked tray",
  enteredBy: "Una Birch",
};
const question: Words["words"][number] = {
  wordId: id(990),
  version: 1,
  childId,
  childName: "Isla Fraser",
  kind: { code: "question", label: "A question" },
  raisedBy: "Her mother",
  raisedOn: "2026-11-20",
  words: "Who comes on Thursdays now?",
  recordedBy: "Nan Sim",
};
const change: typeof question = {
  ...question,
  wordId: id(991),
  kind: { code: "change", label: "A change of circumstances" },
  words: "We have moved house",
};

function anApi(of: { readonly arrivals?: Arrivals; readonly words?: Words; readonly role?: "record-keeper" } = {}) {
  const api = aSignedInApi(of.role ? { role: of.role } : {});
  api.answers("people.child", aChild());
  api.answers("concern.arrivals.ofChild", of.arrivals ?? { arrivals: [note], enter: may, file: may });
  api.answers("concern.arrivals.form", { childId, childName: "Isla Fraser" });
  api.answers("concern.arrivals.toFile", { arrivals: [note] });
  api.answers(
    "concern.familyWords.ofChild",
    of.words ?? { words: [question, change], log: may, answer: may, mark: may },
  );
  api.answers("concern.familyWords.waiting", { words: [question] });
  return api;
}
async function fillDate(user: Awaited<ReturnType<typeof drawAt>>["user"], day: string, month: string) {
  await user.type(screen.getByLabelText("Day"), day);
  await user.type(screen.getByLabelText("Month"), month);
  await user.type(screen.getByLabelText("Year"), "2026");
}

describe("HIG-29: what comes in by paper or phone", () => {
  test("the office enters that it came, from whom and where it is, and reads nothing of it again", async () => {
    const api = anApi({ role: "record-keeper" });
    api.answers("concern.arrivals.enter", { entered: true });
    const { user, accessible } = await drawAt(`/came-in/${childId}`);
    await user.click(screen.getByRole("button", { name: "Enter it" }));
    expect(within(screen.getByRole("alert")).getByRole("link", { name: "Enter who sent it or rang" })).toBeTruthy();
    await fillDate(user, "5", "10");
    await user.click(screen.getByLabelText("Police note or alert"));
    await user.selectOptions(screen.getByLabelText("Where is it from?"), "police");
    await user.type(screen.getByLabelText("Who sent it or rang?"), "PC Hay");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Enter it" }));
    await screen.findByRole("heading", { level: 1, name: "Entered" });
    expect(api.askedOf("concern.arrivals.enter")[0]?.input).toMatchObject({
      childId,
      cameOn: "2026-10-05",
      way: "note",
      source: "police",
      sourceName: "PC Hay",
    });
    await accessible();
  });

  test("the named person files it from their list; what is relevant says what it says", async () => {
    const api = anApi();
    api.answers("concern.arrivals.file", { arrivalId: note.arrivalId });
    const { user, accessible } = await drawAt("/came-in");
    await accessible();
    await user.click(screen.getByRole("link", { name: "File it" }));
    await screen.findByRole("heading", { level: 1, name: "File what came in" });
    await user.click(screen.getByLabelText("Relevant to this child"));
    await user.type(screen.getByLabelText("Why?"), "Two school nights");
    await user.click(screen.getByRole("button", { name: "File it" }));
    expect(
      within(screen.getByRole("alert")).getByRole("link", {
        name: "Enter what it says, as far as it matters for the child",
      }),
    ).toBeTruthy();
    await user.type(screen.getByLabelText(/What does it say/), "Two calls at night");
    await accessible();
    await user.click(screen.getByRole("button", { name: "File it" }));
    await screen.findByRole("heading", { level: 1, name: "Came in by paper or phone" });
    expect(api.askedOf("concern.arrivals.file")[0]?.input).toMatchObject({
      arrivalId: note.arrivalId,
      version: 1,
      as: "relevant",
      because: "Two school nights",
      says: "Two calls at night",
    });
  });

  test("whoever does not file is offered none, and an empty page says so", async () => {
    anApi({ arrivals: { arrivals: [], enter: mayNot("Your part does not let you."), file: mayNot("Not yours.") } });
    await drawAt(`/children/${childId}/came-in`);
    expect(screen.getByText("Nothing that came in is entered")).toBeTruthy();
    expect(screen.getByText("Your part does not let you.")).toBeTruthy();
  });
});

describe("CWDC-2.10b: what the family asks", () => {
  test("is written down in their words", async () => {
    const api = anApi();
    api.answers("concern.familyWords.log", { wordId: question.wordId });
    const { user, accessible } = await drawAt(`/children/${childId}/family-asked/log`);
    await user.click(screen.getByLabelText("A question"));
    await user.type(screen.getByLabelText("Who said it?"), "Her mother");
    await fillDate(user, "20", "11");
    await user.type(screen.getByLabelText("What did they say?"), "Who comes on Thursdays now?");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Write it down" }));
    await screen.findByRole("heading", { level: 1, name: "What the family asked" });
    expect(api.askedOf("concern.familyWords.log")[0]?.input).toMatchObject({
      childId,
      kind: "question",
      raisedOn: "2026-11-20",
    });
  });

  test("waits on the lead's list until the answer and its day are written down", async () => {
    const api = anApi();
    api.answers("concern.familyWords.answer", { wordId: question.wordId });
    const { user, accessible } = await drawAt("/families-waiting");
    await accessible();
    await user.click(screen.getByRole("link", { name: "Write down the answer" }));
    await screen.findByRole("heading", { level: 1, name: "Answer the family" });
    await user.type(screen.getByLabelText("What were they answered?"), "The nurse");
    await fillDate(user, "23", "11");
    await user.click(screen.getByRole("button", { name: "Keep the answer" }));
    await screen.findByRole("heading", { level: 1, name: "What the family asked" });
    expect(api.askedOf("concern.familyWords.answer")[0]?.input).toMatchObject({
      wordId: question.wordId,
      answer: "The nurse",
      answeredOn: "2026-11-23",
    });
  });
});

describe("GIR-30: a change that the family reports", () => {
  test("whoever leads says whether the plan is affected, and what is planned anew", async () => {
    const api = anApi();
    api.answers("concern.familyWords.mark", { wordId: change.wordId });
    const { user, accessible } = await drawAt(`/children/${childId}/family-asked`);
    await accessible();
    await user.click(screen.getByRole("link", { name: "Say whether the plan is affected" }));
    await screen.findByRole("heading", { level: 1, name: "Is the plan affected?" });
    await user.click(screen.getByLabelText("The plan is affected"));
    await user.type(screen.getByLabelText(/What is planned anew/), "The nursery near the new home");
    await user.click(screen.getByRole("button", { name: "Keep it" }));
    await screen.findByRole("heading", { level: 1, name: "What the family asked" });
    expect(api.askedOf("concern.familyWords.mark")[0]?.input).toMatchObject({
      wordId: change.wordId,
      mark: "plan-affected",
    });
  });

  test("anybody else reads it and is offered no mark", async () => {
    anApi({ words: { words: [change], log: may, answer: may, mark: mayNot("Whoever leads says it.") } });
    await drawAt(`/children/${childId}/family-asked`);
    expect(screen.getByText("We have moved house")).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Say whether the plan is affected" })).toBeNull();
  });
});
