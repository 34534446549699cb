import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { id } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type Note = Answers["consent"]["notes"]["one"]["note"];
const words = "He is afraid to go home on Fridays";
const aNote = (of: Partial<Note> = {}): Note => ({
  noteId: id(850),
  version: 1,
  about: "A boy of class 3",
  words,
  childSaid: "no",
  heardOn: "2026-11-20",
  keptAt: "2026-11-20T15:00:00.000Z",
  lookAgain: {
    because: "Look again at whether the child is at risk.",
    clause: "Highland H7",
    clock: {
      due: "due Fri 27 November 2026",
      dueBy: "2026-11-28T00:00:00.000Z",
      left: "4 working days left",
      state: "running",
    },
  },
  may: { passOn: { may: true }, throwAway: { may: true } },
  ...of,
});
const page = `/notes/${id(850)}`;
const saidNo = [{ because: "The child said no. Nothing is passed on.", clause: "Highland H7" }];

function anApi(note: Note = aNote()) {
  const api = aSignedInApi();
  api.answers("consent.notes.one", { note, says: saidNo });
  api.answers("consent.notes.list", { notes: [note], passedToYou: [] });
  return api;
}

describe("notes kept to oneself", () => {
  test("are listed with the child's answer and the day to look again; the page says who can read them", async () => {
    anApi();
    const { accessible } = await drawAt("/notes");
    const [, row] = within(screen.getByRole("table")).getAllByRole("row");
    for (const said of ["A boy of class 3", "20 November 2026", "No", "due Fri 27 November 2026"])
      expect(row?.textContent).toContain(said);
    expect(screen.getByText(/You alone can read these notes/)).toBeTruthy();
    await accessible();
  });

  test("an empty list says to ask the child first", async () => {
    const api = aSignedInApi();
    api.answers("consent.notes.list", { notes: [], passedToYou: [] });
    await drawAt("/notes");
    expect(screen.getByText("You keep no notes")).toBeTruthy();
  });

  test("one is written with what the child said when asked", async () => {
    const api = anApi();
    api.answers("consent.notes.keep", { noteId: id(850) });
    const { user, accessible } = await drawAt("/notes/write");
    await user.click(screen.getByRole("button", { name: "Keep the note" }));
    expect(
      within(screen.getByRole("alert")).getByRole("link", { name: "Choose what the child said when asked" }),
    ).toBeTruthy();
    expect(api.askedOf("consent.notes.keep")).toEqual([]);
    await user.type(screen.getByLabelText("Whom is it about?"), "A boy of class 3");
    await user.type(screen.getByLabelText("What did the child tell you?"), words);
    await user.type(screen.getByLabelText("Day"), "20");
    await user.type(screen.getByLabelText("Month"), "11");
    await user.type(screen.getByLabelText("Year"), "2026");
    await user.click(screen.getByLabelText("No"));
    await accessible();
    await user.click(screen.getByRole("button", { name: "Keep the note" }));
    await screen.findByRole("heading", { level: 1, name: "A boy of class 3" });
    expect(api.askedOf("consent.notes.keep")[0]?.input).toMatchObject({
      words,
      childSaid: "no",
      heardOn: "2026-11-20",
    });
  });

  test("is thrown away after one more question", async () => {
    const api = anApi();
    api.answers("consent.notes.throwAway", { noteId: id(850) });
    const { user, accessible } = await drawAt(page);
    await accessible();
    await user.click(screen.getByRole("button", { name: "Throw the note away" }));
    expect(api.askedOf("consent.notes.throwAway")).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Throw it away" }));
    await screen.findByRole("heading", { level: 1, name: "Notes kept to yourself" });
    expect(api.askedOf("consent.notes.throwAway")[0]?.input).toMatchObject({ noteId: id(850), version: 1 });
  });
});

describe("HIG-71 and HIG-72: passing a note on", () => {
  test("shows exactly what goes and what the documents say of a no; a referral needs no reason first", async () => {
    const api = anApi();
    api.answers("plan.colleagues", {
      people: [
        {
          practitionerId: id(11),
          name: "Euan Bell",
          postTitle: "Head teacher",
          agency: { agencyId: id(40), name: "Strathorran Schools", kind: "education" },
        },
      ],
    } as never);
    api.answers("consent.notes.passOn", { noteId: id(850) });
    const { user, accessible } = await drawAt(`${page}/pass-on`);
    expect(screen.getByText("Exactly this goes")).toBeTruthy();
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText(/The child said no/)).toBeTruthy();
    await user.click(screen.getByLabelText(/this is a safeguarding referral/));
    expect(screen.getByText("You can write it down afterwards.")).toBeTruthy();
    await accessible();
    await user.click(screen.getByRole("button", { name: "Pass it on" }));
    expect(screen.getByRole("alert")).toBeTruthy();
    expect(api.askedOf("consent.notes.passOn")).toEqual([]);
  });

  test("what was passed on can be neither thrown away nor passed on again", async () => {
    const shut = { may: false, why: "It was passed on, and stays with whoever it went to." };
    anApi(
      aNote({
        passed: {
          to: "Euan Bell",
          at: "2026-11-23T10:00:00.000Z",
          isReferral: true,
          isIncomplete: true,
          childTold: { told: "not-yet" },
        },
        may: { passOn: shut, throwAway: shut },
      }),
    );
    await drawAt(page);
    expect(screen.queryByRole("button", { name: "Throw the note away" })).toBeNull();
    expect(screen.queryByRole("link", { name: "Pass it on" })).toBeNull();
    expect(screen.getByRole("heading", { name: "Write down why you referred it" })).toBeTruthy();
  });

  test("whoever it went to reads it in full, and that it stands in no record yet", async () => {
    const api = aSignedInApi();
    api.answers("consent.notes.passedToYou", {
      noteId: id(850),
      about: "A boy of class 3",
      words,
      childSaid: "yes",
      heardOn: "2026-11-20",
      by: "Iain Gow",
      at: "2026-11-23T10:00:00.000Z",
      isReferral: false,
      childTold: { told: "not-yet" },
    });
    const { accessible } = await drawAt(`/notes/passed/${id(850)}`);
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText(/It stands in no child's record until you write it there/)).toBeTruthy();
    await accessible();
  });
});
