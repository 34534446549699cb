import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, childId, id, person, term } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";
import type { Answer, Consent, Release } from "./consent-words.ts";

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
  carersAreKept: false,
  withoutAgreement: [],
  releases: [],
  duties: [],
  may: { record: { may: true }, release: { may: true }, tell: { may: true }, takeBack: { may: true } },
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
    const shut = { may: false, why: "Your part in this child's care does not let you." };
    anApi({ answers: [], may: { record: shut, release: { may: true }, tell: shut, takeBack: shut } });
    await drawAt(page);
    expect(screen.getByText("Nobody has been asked about sharing yet")).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Record an answer" })).toBeNull();
    expect(screen.getByText("Your part in this child's care does not let you.")).toBeTruthy();
  });
});

test("where it is kept private who cares for the child, nobody is said not to be on record", async () => {
  anApi({ carers: [], carersAreKept: true });
  const { user } = await drawAt(`${page}/record`);
  await user.click(screen.getByLabelText("A parent or carer"));
  expect(screen.getByText(/^Who cares for the child is kept private/)).toBeTruthy();
  expect(screen.queryByText("None is on record")).toBeNull();
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

const aRelease = (of: Partial<Release> = {}): Release => ({
  releaseId: id(720),
  title: "Concern noticed on 20 November 2026",
  from: "Education",
  to: { ...person(12, "Amina Yusuf"), agency: "Health" },
  purpose: "So that she can plan sessions",
  basis: term("consent", "Consent"),
  isIncomplete: false,
  by: person(11, "Euan Sinclair"),
  on: "2026-11-20",
  isEnded: false,
  lastDay: "2027-02-26",
  childTold: { told: "not-yet" },
  familyTold: { told: "yes", on: "2026-11-20" },
  decisionId: id(730),
  ...of,
});
const aNurse = {
  ...person(12, "Amina Yusuf"),
  kind: "school-nurse",
  agency: { agencyId: id(901), name: "Nursing", kind: "health" },
};
const concern = {
  kind: "concern" as const,
  itemId: id(300),
  title: "Concern noticed on 20 November 2026",
  on: "2026-11-20",
};

describe("what was shared", () => {
  test("HIG-27: the item, to whom, what it rests on, and who was told", async () => {
    anApi({ releases: [aRelease()] });
    const { accessible } = await drawAt(page);
    const row = within(screen.getByRole("table", { name: "What was shared, newest first" })).getAllByRole("row")[1];
    for (const words of [
      "Concern noticed",
      "Amina Yusuf",
      "Health",
      "Consent",
      "Not told yet",
      "Told on 20 November 2026",
    ])
      expect(row?.textContent).toContain(words);
    await accessible();
  });

  test("nothing of one's own agency's file is no list to share from, and says so", async () => {
    anApi({ items: [{ ...concern, agency: "Community nursing", isOwn: false }] });
    await drawAt(page);
    expect(screen.getByText("Nothing was shared")).toBeTruthy();
    expect(screen.getByText("Nothing of this child is in your agency's file yet.")).toBeTruthy();
  });

  const toShare: Answers["consent"]["item"] = {
    childId,
    childName: "Isla Fraser",
    kind: "concern",
    itemId: id(300),
    title: concern.title,
    copy: "Hard to settle after lunch",
    agency: "Strathorran Schools",
    answers: [anAnswer()],
    may: { release: { may: true } },
  };

  test("CWDC-3.19c: exactly what goes is shown beside what was answered; a refusal shows the rule, and what was written stays", async () => {
    const api = anApi({ items: [{ ...concern, agency: "Strathorran Schools", isOwn: true }] });
    api.answers("consent.item", toShare);
    api.answers("plan.colleagues", {
      people: [aNurse],
      nextCursor: null,
    });
    api.refuses("consent.release", {
      code: "UNPROCESSABLE_CONTENT",
      refusal: {
        kind: "rule-prevents",
        question: "May this item go to this recipient now?",
        answer: "prevents",
        because: [{ because: "There is no consent on record.", clause: "Highland H3" }],
        missing: [],
      },
    });
    const { user, accessible } = await drawAt(`${page}/share/concern/${id(300)}`);
    expect(screen.getByText("Hard to settle after lunch")).toBeTruthy();
    expect(screen.getByText(/Ana Lind: in force/)).toBeTruthy();
    await user.type(screen.getByLabelText("With whom?"), "Amina");
    await user.click(screen.getByRole("button", { name: "Find" }));
    await user.click(await screen.findByRole("button", { name: /Amina Yusuf/ }));
    await user.type(screen.getByLabelText("What for?"), "To plan sessions");
    await user.click(screen.getByLabelText("Consent"));
    await user.click(screen.getByLabelText("I have read what was put to them, and this is part of it"));
    for (const none of screen.getAllByLabelText("Not yet")) await user.click(none);
    await accessible();
    await user.click(screen.getByRole("button", { name: "Share it" }));
    expect(await screen.findByText(/There is no consent on record/)).toBeTruthy();
    expect(api.askedOf("consent.release")[0]?.input).toMatchObject({
      childId,
      kind: "concern",
      itemId: id(300),
      toId: id(12),
      basis: "consent",
      isPartOfAnswer: true,
    });
    expect((screen.getByLabelText("What for?") as HTMLTextAreaElement).value).toBe("To plan sessions");
  });

  test("a referral needs nothing but whom it goes to, and asks nothing of consent", async () => {
    const api = anApi();
    api.answers("consent.item", toShare);
    api.answers("consent.release", aConsent());
    api.answers("plan.colleagues", {
      people: [aNurse],
      nextCursor: null,
    });
    const { user } = await drawAt(`${page}/share/concern/${id(300)}`);
    await user.click(screen.getByRole("button", { name: "Share it" }));
    expect(await screen.findByRole("link", { name: "Find the person and pick them" })).toBeTruthy();
    await user.type(screen.getByLabelText("With whom?"), "Amina");
    await user.click(screen.getByRole("button", { name: "Find" }));
    await user.click(await screen.findByRole("button", { name: /Amina Yusuf/ }));
    await user.click(screen.getByLabelText("Safeguarding"));
    expect(screen.queryByLabelText(/I have read what was put to them/)).toBeNull();
    await user.click(screen.getByRole("button", { name: "Share it" }));
    await screen.findByRole("heading", { level: 1, name: "Consent and sharing" });
    expect(api.askedOf("consent.release")).toHaveLength(1);
  });

  test("the page of one release shows the copy as it went, and takes who was told and who decided", async () => {
    const api = anApi({ releases: [aRelease()] });
    api.answers("consent.released", {
      childId,
      childName: "Isla Fraser",
      release: aRelease({ basis: term("safeguarding", "Safeguarding"), isIncomplete: true }),
      copy: "Hard to settle after lunch",
      openings: [],
      may: { tell: { may: true }, complete: { may: true }, openCopy: { may: true } },
    });
    api.answers("consent.tell", aConsent());
    const { user, accessible } = await drawAt(`${page}/shared/${id(720)}`);
    expect(screen.getByText("Hard to settle after lunch")).toBeTruthy();
    expect(screen.getByRole("heading", { name: "Who decided to share it, and why" })).toBeTruthy();
    expect(screen.queryByRole("heading", { name: "Telling the family" })).toBeNull();
    await accessible();
    await user.click(screen.getByLabelText("No, and there is a reason"));
    await user.type(screen.getByLabelText("Why were they not told?"), "Too young");
    await user.click(screen.getByRole("button", { name: "Record it of the child" }));
    expect(api.askedOf("consent.tell")[0]?.input).toMatchObject({
      releaseId: id(720),
      whom: "child",
      told: { told: "no", because: "Too young" },
    });
  });

  test("CWDC-2.20d: the sheet for the family holds what may be shared, what was, and the counts, and no other fact", async () => {
    const api = anApi();
    const none = { told: "not-yet" as const };
    api.answers("consent.shared", {
      childName: "Isla Fraser",
      isKept: false,
      from: "2026-10-01",
      to: "2026-11-22",
      inForce: [],
      shares: [
        {
          key: id(720),
          on: "2026-11-20",
          what: concern.title,
          withWhom: "Amina Yusuf, Health",
          basis: "Consent",
          by: "Euan Sinclair",
          childTold: none,
          familyTold: none,
        },
      ],
      counts: [{ label: "Consent", amount: 1, clause: "CWDC 2.20" }],
      may: { give: { may: false, why: "This is for whoever talks with the family." } },
    });
    const { user, accessible } = await drawAt(page);
    await user.click(screen.getByRole("link", { name: /to give to the family/ }));
    await screen.findByRole("heading", { level: 1, name: "What we share about Isla Fraser, with whom and why" });
    expect(screen.getByText(/Consent: 1/)).toBeTruthy();
    expect(screen.getByText("Amina Yusuf, Health")).toBeTruthy();
    expect(screen.getByText("This is for whoever talks with the family.")).toBeTruthy();
    expect(screen.queryByRole("navigation", { name: "This child" })).toBeNull();
    await accessible();
  });
});

test("CWDC-2.20d: agencies that signed no agreement on sharing are named where something is about to be shared", async () => {
  anApi({ withoutAgreement: ["Northside Housing"] });
  await drawAt(page);
  expect(screen.getByText(/on file of Northside Housing/)).toBeTruthy();
});

describe("HIG-26: recording a no shows what it ends before it is saved", () => {
  const one = { releaseId: id(720), title: concern.title, to: "Amina Yusuf", since: "2026-11-20", openActions: 2 };
  const theNo = () => within(screen.getByRole("group", { name: "What was the answer?" })).getByLabelText("No");
  const fillIn = async (of: Partial<Answers["consent"]["ending"]>) => {
    const api = anApi();
    api.answers("consent.ending", { ends: [], differ: [], mayDecide: true, filesAreClosed: false, ...of });
    api.answers("consent.record", aConsent());
    const drawn = await drawAt(`${page}/record`);
    const { user } = drawn;
    for (const label of ["What is shared?", "With whom?", "Why?"])
      await user.type(screen.getByLabelText(label), "The plan");
    for (const label of ["Health", "The child", "Spoken", "No end was set"])
      await user.click(screen.getByLabelText(label));
    const day = within(screen.getByRole("group", { name: "Day of the answer" }));
    for (const [part, digits] of [
      ["Day", "20"],
      ["Month", "11"],
      ["Year", "2026"],
    ] as const)
      await user.type(day.getByLabelText(part), digits);
    return { ...drawn, api };
  };

  test("a yes asks nothing; a no lists whom it ends for, and is sent as it is", async () => {
    const { user, api, accessible } = await fillIn({ ends: [one] });
    await user.click(screen.getByLabelText("Yes, it may be shared"));
    expect(screen.queryByText("What ends when you save this")).toBeNull();
    await user.click(theNo());
    const table = await screen.findByRole("table", { name: "What ends, and for whom" });
    for (const words of ["Amina Yusuf", concern.title, "20 November 2026", "2 actions on hold"])
      expect(table.textContent).toContain(words);
    expect(screen.queryByLabelText(/If the yes is followed/)).toBeNull();
    await accessible();
    expect(api.askedOf("consent.record")).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Record the answer" }));
    await screen.findByRole("heading", { level: 1, name: "Consent and sharing" });
    expect(api.askedOf("consent.record")[0]?.input).toMatchObject({ answer: "refused", agencies: ["health"] });
  });

  test("where somebody else said yes, whoever decides may say why that is followed", async () => {
    const { user, api } = await fillIn({ differ: [one] });
    await user.click(theNo());
    await user.type(await screen.findByLabelText(/If the yes is followed/), "The flat cannot wait");
    await user.click(screen.getByRole("button", { name: "Record the answer" }));
    await screen.findByRole("heading", { level: 1, name: "Consent and sharing" });
    expect(api.askedOf("consent.record")[0]?.input).toMatchObject({ goesOnBecause: "The flat cannot wait" });
  });

  test("whoever does not decide is told that it ends and who decides; other agencies' files are named", async () => {
    const { user } = await fillIn({ differ: [one], mayDecide: false, filesAreClosed: true });
    await user.click(theNo());
    expect(await screen.findByText(/Whoever answers for the child decides/)).toBeTruthy();
    expect(screen.queryByLabelText(/If the yes is followed/)).toBeNull();
    expect(screen.getByText(/What other agencies may have shared/)).toBeTruthy();
  });

  test("the earlier yes says since when it is a no, to all of it or to a part", async () => {
    anApi({
      answers: [
        refused,
        anAnswer({ standing: "ended", saidNoSince: { on: "2026-11-24", toAll: true } }),
        anAnswer({ consentId: id(702), saidNoSince: { on: "2026-11-25", toAll: false } }),
      ],
    });
    await drawAt(page);
    expect(screen.getByText(/since 24 November 2026 a no/)).toBeTruthy();
    expect(screen.getByText(/Since 25 November 2026 a no to a part of it/)).toBeTruthy();
  });
});

describe("taking consent back", () => {
  const takingBack: Answers["consent"]["takingBack"] = {
    childId,
    childName: "Isla Fraser",
    answer: anAnswer(),
    ends: [{ releaseId: id(720), title: concern.title, to: "Amina Yusuf", since: "2026-11-20", openActions: 2 }],
    filesAreClosed: false,
    may: { takeBack: { may: true } },
  };

  test("what it hides, from whom, and what stays on record is shown before anything is sent", async () => {
    const api = anApi();
    api.answers("consent.takingBack", takingBack);
    api.answers("consent.takeBack", aConsent());
    const { user, accessible } = await drawAt(page);
    await user.click(screen.getByRole("link", { name: /Take back/ }));
    await screen.findByRole("heading", { level: 1, name: "Take consent back" });
    const row = within(screen.getByRole("table", { name: "What ends, and for whom" })).getAllByRole("row")[1];
    for (const words of ["Amina Yusuf", concern.title, "20 November 2026", "2 actions on hold"])
      expect(row?.textContent).toContain(words);
    expect(screen.getByText(/What stays on record/)).toBeTruthy();
    await accessible();
    expect(api.askedOf("consent.takeBack")).toEqual([]);
    await user.type(screen.getByLabelText("What did they say?"), "She does not want it");
    await user.click(screen.getByLabelText("Not yet"));
    await user.click(screen.getByRole("button", { name: "Take consent back" }));
    await screen.findByRole("heading", { level: 1, name: "Consent and sharing" });
    expect(api.askedOf("consent.takeBack")[0]?.input).toMatchObject({
      consentId: id(700),
      version: 1,
      because: "She does not want it",
      familyTold: { told: "not-yet" },
    });
  });

  test("a no, and what was taken back already, offer nothing to take back", async () => {
    const api = anApi();
    api.answers("consent.takingBack", { ...takingBack, answer: refused, ends: [] });
    await drawAt(`${page}/${id(701)}/take-back`);
    expect(screen.getByText(/There is nothing to take back/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Take consent back" })).toBeNull();
  });

  test("whoever does not read other agencies' files is told that what those shared on it ends too, whether there is any or not", async () => {
    const api = anApi();
    api.answers("consent.takingBack", { ...takingBack, ends: [], filesAreClosed: true });
    await drawAt(`${page}/${id(700)}/take-back`);
    expect(screen.getByText(/What other agencies may have shared/)).toBeTruthy();
  });
});
