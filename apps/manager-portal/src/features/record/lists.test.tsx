import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aChild, aRestrictedChild, id, person } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";

const aDuty = (number: number) => ({
  dutyId: id(800 + number),
  act: "concern.answer",
  because: `Answer concern ${number}.`,
  clause: "HIG 3.12",
  owedBy: person(11, "Dan Price"),
  isLate: false,
  child: aChild(301, "Mia Kerr"),
  mayOpenChild: true,
  concernId: id(820 + number),
});

test("what is owed leads to where it is done, each with its clause; what does not open to this manager leads nowhere", async () => {
  const api = aSignedInApi();
  api.answers("record.duties", {
    duties: [
      aDuty(1),
      { ...aDuty(2), child: aRestrictedChild, mayOpenChild: false },
      { ...aDuty(3), mayOpenChild: false },
    ],
  });
  const { accessible } = await drawAt("/duties");
  const list = screen.getByRole("list", { name: "Owed by you" });
  const [open, ...others] = within(list).getAllByRole("link");
  expect(others).toEqual([]);
  expect(open?.getAttribute("href")).toBe(`/named-person/children/${id(301)}/concerns/${id(821)}`);
  expect(list.textContent).toContain("A child whose record is restricted");
  await accessible();
});

test("what others owe on this manager's account is a list of its own, page after page", async () => {
  const api = aSignedInApi();
  api.answers("record.duties", ({ cursor }) =>
    cursor === undefined ? { duties: [aDuty(1)], nextCursor: "one" } : { duties: [aDuty(2)] },
  );
  const { user, path } = await drawAt("/duties?whose=on-my-account");
  expect(screen.getByText(/owed by Dan Price/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Next duties" }));
  expect(await screen.findByText("Answer concern 2.")).toBeTruthy();
  expect(path()).toContain("after=");
  await user.click(screen.getByRole("button", { name: "Previous duties" }));
  expect(await screen.findByText("Answer concern 1.")).toBeTruthy();
});

test("owing nothing is said", async () => {
  const api = aSignedInApi();
  api.answers("record.duties", { duties: [] });
  await drawAt("/duties");
  expect(screen.getByText("You owe nothing")).toBeTruthy();
});

const aNotice = {
  noticeId: id(850),
  words: "A proposal waits for your decision.",
  at: "2026-11-24T09:05:00.000Z",
  isRead: false,
  link: `/manager/proposals/${id(500)}`,
};

test("a notice leads where it says, and is marked as read with one key, once", async () => {
  const api = aSignedInApi();
  api.answers("record.notices", { notices: [aNotice] });
  api.answers("record.markNoticesRead", { marked: 1 });
  const { user, accessible } = await drawAt("/notices");
  expect(screen.getByRole("link", { name: aNotice.words }).getAttribute("href")).toBe(aNotice.link);
  await accessible();
  await user.dblClick(screen.getByRole("button", { name: "Mark these as read" }));
  expect(api.askedOf("record.markNoticesRead").map(({ input }) => input)).toMatchObject([{ noticeIds: [id(850)] }]);
});

test("a notice whose page does not open to this manager is words alone", async () => {
  const api = aSignedInApi();
  const { link: _, ...words } = aNotice;
  api.answers("record.notices", { notices: [{ ...words, child: aChild(301, "Mia Kerr") }] });
  await drawAt("/notices");
  expect(screen.getByText(aNotice.words)).toBeTruthy();
  expect(screen.queryByRole("link", { name: aNotice.words })).toBeNull();
});

test("no notices is said", async () => {
  const api = aSignedInApi();
  api.answers("record.notices", { notices: [] });
  await drawAt("/notices?unread=true");
  expect(screen.getByText("You have read everything")).toBeTruthy();
});
