import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import {
  aClock,
  aMine,
  anEstablishment,
  establishmentId,
  euan,
  id,
  inList,
  person,
  proposalId,
  restricted,
} from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";

const aDuty = (number: number, because: string, dueBy?: string) => ({
  dutyId: id(600 + number),
  act: "concern.acknowledge",
  because,
  clause: "Highland H3, paragraph 2",
  owedBy: euan,
  isLate: false,
  child: { visibility: "full" as const, childId: id(1), name: "Isla Fraser" },
  mayOpenChild: true,
  concernId: id(300),
  ...(dueBy === undefined ? {} : { dueBy }),
});

function aQuietDay(who = {}) {
  const api = aSignedInApi(who);
  api.answers("record.duties", { duties: [] });
  api.answers("record.notices", { notices: [] });
  api.answers("leadProfessional.waitingForMe", { waiting: [], nextCursor: null });
  api.answers("namedPerson.mine", { children: [], nextCursor: null, noNamedPersonBecause: null });
  api.answers("namedPerson.toTell", { known: true, open: 0, tellings: [], nextCursor: null });
  api.answers("people.establishments", []);
  return api;
}

test("what waits stands nearest clock first, duties and proposals together; what has no clock comes last", async () => {
  const api = aQuietDay();
  api.answers("record.duties", {
    duties: [
      aDuty(1, "The family hears what is done.", "2026-11-28T00:00:00.000Z"),
      aDuty(2, "Somebody is to be told.", undefined),
      aDuty(3, "Whoever raised it hears that it arrived.", "2026-11-24T00:00:00.000Z"),
    ],
  });
  api.answers("leadProfessional.waitingForMe", {
    waiting: [
      {
        proposalId,
        planId: id(400),
        child: inList(),
        mayOpen: true,
        proposed: person(21, "Neil Bannerman"),
        proposedAt: "2026-11-22T09:00:00.000Z",
        stage: "acceptance",
        label: "The person proposed accepts",
        since: "2026-11-22T09:00:00.000Z",
        clock: aClock(),
      },
    ],
    nextCursor: null,
  });
  const { accessible } = await drawAt("/");
  const items = within(screen.getByRole("list", { name: "Waits for you" })).getAllByRole("listitem");
  expect(items.map((item) => item.querySelector("a")?.textContent)).toEqual([
    "Whoever raised it hears that it arrived.",
    "Isla Fraser: The person proposed accepts",
    "The family hears what is done.",
    "Somebody is to be told.",
  ]);
  expect(items[0]?.textContent).toContain("by the end of 23 November 2026");
  expect(items[0]?.querySelector("a")?.getAttribute("href")).toBe(
    `/named-person/children/${id(1)}/concerns/${id(300)}`,
  );
  await accessible();
});

test("nothing waiting is said, with what will be listed there", async () => {
  aQuietDay();
  const { accessible } = await drawAt("/");
  expect(screen.getByText("Nothing waits for you")).toBeTruthy();
  expect(screen.getByText("You have read everything.")).toBeTruthy();
  expect(screen.queryByRole("heading", { name: "Families to tell" })).toBeNull();
  await accessible();
});

test("something owed on a restricted record names nobody and opens nothing of it", async () => {
  const api = aQuietDay();
  const { child: _, ...duty } = aDuty(1, "An answer is owed.");
  api.answers("record.duties", {
    duties: [{ ...duty, child: restricted, mayOpenChild: false }],
  });
  await drawAt("/");
  const [item] = within(screen.getByRole("list", { name: "Waits for you" })).getAllByRole("listitem");
  expect(item?.textContent).toContain("A child whose record is restricted");
  expect(item?.querySelector("a")).toBeNull();
});

test("children with something open lead to their concerns or to their plan", async () => {
  const api = aQuietDay();
  api.answers("namedPerson.mine", {
    children: [
      aMine(1, "Fraser, Isla", { openConcerns: 2 }),
      aMine(2, "Reid, Ewan", { leadPending: true, leadDueBy: "2026-11-27T00:00:00.000Z" }),
    ],
    nextCursor: null,
    noNamedPersonBecause: null,
  });
  await drawAt("/");
  const items = within(screen.getByRole("list", { name: "Children with something open" })).getAllByRole("listitem");
  expect(items[0]?.textContent).toContain("2 open concerns");
  expect(items[0]?.querySelector("a")?.getAttribute("href")).toContain("/concerns");
  expect(items[1]?.textContent).toContain("Lead professional still to be found");
  expect(items[1]?.textContent).toContain("by the end of 26 November 2026");
});

test("HIG-13: a child with no concern makes no item of work", async () => {
  aQuietDay();
  await drawAt("/");
  expect(screen.queryByRole("list", { name: "Children with something open" })).toBeNull();
});

test("a school's office sees its roll and families to tell, and nothing of concerns or plans", async () => {
  const api = aQuietDay({ role: "record-keeper", name: "Donella Reid", postTitle: "School office" });
  api.answers("people.establishments", [anEstablishment()]);
  api.answers("namedPerson.toTell", { known: true, open: 12, tellings: [], nextCursor: null });
  const { accessible } = await drawAt("/");
  expect(screen.getByRole("link", { name: "2 with no named person" }).getAttribute("href")).toBe(
    `/named-person/roll/${establishmentId}/without`,
  );
  expect(screen.getByRole("link", { name: "12 people still to be told who the named person is" })).toBeTruthy();
  expect(screen.queryByText(/concern/i)).toBeNull();
  for (const page of ["My children", "My proposals", "Plans I lead"])
    expect(screen.queryByRole("link", { name: page })).toBeNull();
  expect(api.askedOf("namedPerson.mine")).toEqual([]);
  expect(api.askedOf("leadProfessional.waitingForMe")).toEqual([]);
  await accessible();
});

test.each([
  ["a co-ordinator, whose post works in the manager portal, finds the way back to it", "coordinator", "/manager/", 1],
  ["a service manager finds the manager portal", "service-manager", "/manager/", 1],
  ["a teacher is led to no manager portal", "practitioner", "/named-person/", 0],
] as const)("%s", async (_, role, worksAt, links) => {
  aQuietDay({ role, worksAt });
  await drawAt("/");
  expect(screen.queryAllByRole("link", { name: "Manager portal" })).toHaveLength(links);
});

test("notices are marked as read once, however often the button is pressed", async () => {
  const api = aQuietDay();
  api.answers("record.notices", {
    notices: [
      {
        noticeId: id(40),
        words: "You are named person of 98 more children.",
        at: "2026-11-22T06:56:00.000Z",
        isRead: false,
      },
    ],
  });
  api.answers("record.markNoticesRead", async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return { marked: 1 };
  });
  const { user } = await drawAt("/");
  await user.dblClick(screen.getByRole("button", { name: "Mark these as read" }));
  expect(api.askedOf("record.markNoticesRead")).toHaveLength(1);
  expect(api.askedOf("record.markNoticesRead")[0]?.input).toMatchObject({ noticeIds: [id(40)] });
});

test("trouble with the page is said in words, with a way to try again", async () => {
  const api = aQuietDay();
  api.refuses("record.duties", { code: "INTERNAL_SERVER_ERROR" });
  await drawAt("/");
  expect(screen.getByRole("heading", { level: 1, name: "Something went wrong" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
});

test("a search goes to its own page with the text in the address", async () => {
  const api = aQuietDay();
  api.answers("people.search", { children: [], nextCursor: null });
  api.answers("people.namedHere", { place: null, children: [], isMore: false });
  const { user, path } = await drawAt("/");
  await user.type(screen.getByLabelText("Find a child"), "isla{Enter}");
  await screen.findByRole("heading", { level: 1, name: "Find a child" });
  expect(path()).toContain("text=isla");
  expect(screen.getByText("Nobody is found")).toBeTruthy();
});
