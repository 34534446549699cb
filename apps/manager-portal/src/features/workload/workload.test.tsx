import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aFigure, aPersonsWork, aPost, aRestrictedChild, aRow, aTeam, id, person } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";

const ian = aRow(12, "Ian Webb", {
  posts: [
    aPost(21, { title: "Youth officer", hours: 18, lineManager: person(1, "Helen Mold") }),
    aPost(22, { title: "Youth worker", hours: 18, lineManager: person(2, "Gary Holt"), isMine: false }),
  ],
  load: aFigure(15),
});
const amina = aRow(10, "Amina Yusuf", { load: aFigure(22), isOver: true, leads: 4, percent: 110 });
const zoe = aRow(13, "Zoé Adams", {
  load: aFigure(3, { isLeast: true, missing: ["level of need"] }),
  capacity: aFigure(0, { isLeast: true, missing: ["agreed capacity"] }),
  leads: 0,
  supports: 1,
});

const names = () => screen.getAllByRole("rowheader").map((cell) => within(cell).getByRole("link").textContent);

describe("team workload", () => {
  test("each figure stands with its parts, each with its clause or as ours", async () => {
    const api = aSignedInApi();
    api.answers("workload.team", aTeam([amina, ian, zoe]));
    const { accessible } = await drawAt("/workload");
    const [row] = screen.getAllByRole("row").slice(1);
    expect(row?.textContent).toContain("22 of 20 points now: 2 over");
    expect(row?.textContent).toContain("Over what was agreed");
    expect(row?.textContent).toContain("CP3.1 8.6");
    expect(row?.textContent).toContain("Worker and manager agreed 20 points for this post. Ours");
    await accessible();
  });

  test("WIG-8.6.4a: somebody in two posts is shown once, with one load and both managers named", async () => {
    const api = aSignedInApi();
    api.answers("workload.team", aTeam([ian]));
    await drawAt("/workload");
    expect(screen.getAllByRole("rowheader")).toHaveLength(1);
    expect(screen.getByText("Two posts, managed by Helen Mold and Gary Holt")).toBeTruthy();
    expect(screen.getByText(/15 of 20 points now/)).toBeTruthy();
  });

  test("a figure that something is missing for says that it is the least, and no capacity is made up", async () => {
    const api = aSignedInApi();
    api.answers("workload.team", aTeam([zoe]));
    await drawAt("/workload");
    expect(screen.getByText("at least 3 points, no capacity agreed")).toBeTruthy();
    expect(screen.getByText(/^1 person, nobody over what was agreed/)).toBeTruthy();
    expect(screen.getByText("A least figure")).toBeTruthy();
    expect(screen.getByText("Not agreed")).toBeTruthy();
  });

  test("people are found by name whatever the accents, and narrowed to those over what was agreed", async () => {
    const api = aSignedInApi();
    api.answers("workload.team", aTeam([amina, ian, zoe]));
    const { user, path } = await drawAt("/workload");
    await user.type(screen.getByRole("searchbox", { name: "Name" }), "zoe");
    await user.click(screen.getByRole("button", { name: "Show results" }));
    expect(names()).toEqual(["Zoé Adams"]);
    expect(path()).toContain("search=zoe");
    await user.click(screen.getByRole("button", { name: "Clear all" }));
    await user.click(screen.getByRole("checkbox", { name: "Over what was agreed" }));
    await user.click(screen.getByRole("button", { name: "Show results" }));
    expect(names()).toEqual(["Amina Yusuf"]);
    await user.click(screen.getByRole("button", { name: /Take off Only:/ }));
    expect(names()).toHaveLength(3);
    await user.type(screen.getByRole("searchbox", { name: "Name" }), "nobody");
    await user.click(screen.getByRole("button", { name: "Show results" }));
    expect(screen.getByText("Nobody matches")).toBeTruthy();
  });

  test("what the people shown carry together stands above them, what is not agreed left out and said", async () => {
    const api = aSignedInApi();
    api.answers("workload.team", aTeam([amina, ian, zoe]));
    const { user, path, accessible } = await drawAt("/workload");
    const sums = () => [...document.querySelectorAll(".lp-figure")].map(({ textContent }) => textContent);
    expect(sums()).toEqual([
      "Leads together6",
      "Supports together7",
      "Load together37 of 40 points agreed, without 1 person with none agreed",
    ]);
    await accessible();
    await user.click(screen.getByRole("checkbox", { name: "No capacity agreed" }));
    await user.click(screen.getByRole("button", { name: "Show results" }));
    expect(names()).toEqual(["Zoé Adams"]);
    expect(path()).toContain("unagreed=true");
    expect(sums()).toEqual([]);
  });

  test("who is away today is shown with the day they are back, never why, and can be found by it", async () => {
    const api = aSignedInApi();
    const away = [{ ...amina, away: { backOn: "2026-12-07" } }, { ...ian, away: {} }, zoe];
    api.answers("workload.team", aTeam(away));
    const { user } = await drawAt("/workload");
    expect(screen.getByText(/^3 people, 1 person over what was agreed, 2 away today/)).toBeTruthy();
    expect(screen.getByText("Away, back on 7 December 2026")).toBeTruthy();
    await user.click(screen.getByRole("checkbox", { name: "Away today" }));
    await user.click(screen.getByRole("button", { name: "Show results" }));
    expect(names()).toEqual(["Amina Yusuf", "Ian Webb"]);
  });

  test("the address keeps the order; nobody is ranked before somebody asks for it", async () => {
    const api = aSignedInApi();
    api.answers("workload.team", aTeam([zoe, ian, amina]));
    const { user, path } = await drawAt("/workload");
    expect(names()).toEqual(["Amina Yusuf", "Ian Webb", "Zoé Adams"]);
    await user.click(screen.getByRole("button", { name: "Room left" }));
    expect(names()).toEqual(["Amina Yusuf", "Ian Webb", "Zoé Adams"]); // 2 over, 5 left, not agreed
    await user.click(screen.getByRole("button", { name: "Room left" }));
    expect(names()).toEqual(["Ian Webb", "Amina Yusuf", "Zoé Adams"]);
    expect(path()).toContain("sort=room&down=true");
  });

  test("WIG-8.6.2: the spread of leads names who holds more than half of them", async () => {
    const api = aSignedInApi();
    api.answers(
      "workload.team",
      aTeam([amina, ian], { spread: { leads: 5, people: 2, most: 4, uneven: [person(10, "Amina Yusuf")] } }),
    );
    const { user, accessible } = await drawAt("/workload");
    await user.click(screen.getByRole("tab", { name: "Spread of leads" }));
    expect(screen.getByText(/Amina Yusuf holds more than half of the leads/)).toBeTruthy();
    const chart = screen.getByRole("table", { name: "Plans led and supported by each person" });
    expect(within(chart).getByRole("row", { name: /Amina Yusuf/ }).textContent).toContain("4");
    await accessible();
  });

  test("200 people stand on one page, gathered page after page", async () => {
    const api = aSignedInApi();
    const some = (from: number, many: number) =>
      Array.from({ length: many }, (_, place) =>
        aRow(1000 + from + place, `Person ${String(from + place).padStart(3, "0")}`),
      );
    api.answers("workload.team", ({ cursor }) =>
      cursor === undefined ? { ...aTeam(some(0, 150)), nextCursor: "more" } : aTeam(some(150, 50)),
    );
    const { container } = await drawAt("/workload");
    expect(container.querySelectorAll("tbody > tr")).toHaveLength(200);
    expect(api.askedOf("workload.team")).toHaveLength(2);
  });

  test("nobody in a team of this manager's is said", async () => {
    const api = aSignedInApi();
    api.answers("workload.team", aTeam([], { teams: [] }));
    const { accessible } = await drawAt("/workload");
    expect(screen.getByText("Nobody is in a team of yours")).toBeTruthy();
    await accessible();
  });

  test("a post that may not see workload is told so", async () => {
    const api = aSignedInApi({ role: "coordinator" });
    api.refuses("workload.team", {
      code: "FORBIDDEN",
      refusal: { kind: "not-allowed", action: "workload.team.read", why: "Your post cannot see the team's workload." },
    });
    await drawAt("/workload");
    expect(screen.getByText("Your post cannot see the team's workload.")).toBeTruthy();
  });
});

describe("a person's workload", () => {
  const at = `/workload/${id(10)}`;

  test("cases stand with their weight and its parts; a child this manager may not see is not named", async () => {
    const api = aSignedInApi();
    const work = aPersonsWork();
    const held = work.cases.map((one) => ({ ...one }));
    api.answers("workload.person", {
      ...work,
      cases: [
        ...held,
        { ...(held[0] as (typeof held)[number]), planId: id(401), child: aRestrictedChild, role: "supporter" },
      ],
    });
    const { accessible } = await drawAt(at);
    const table = screen.getByRole("table", { name: "Plans led and supported" });
    expect(within(table).getByRole("link", { name: "Leo Barlow" }).getAttribute("href")).toBe(
      `/named-person/plans/${id(400)}`,
    );
    expect(within(table).getByText("A child whose record is restricted")).toBeTruthy();
    await accessible();
  });

  test("BOL-8.1: a capacity is agreed with its day, once, and shown after", async () => {
    const api = aSignedInApi();
    api.answers("workload.person", aPersonsWork());
    api.answers("workload.agreeCapacity", aPersonsWork());
    const { user, path, accessible } = await drawAt(at);
    await user.click(screen.getByRole("link", { name: "Agree a capacity" }));
    await screen.findByRole("heading", { level: 1, name: "Agree a capacity" });
    await accessible();
    await user.click(screen.getByRole("button", { name: "Record what was agreed" }));
    const summary = await screen.findByRole("alert");
    expect(within(summary).getByText("Enter a number of points")).toBeTruthy();
    expect(within(summary).getByText("Enter the day it was agreed")).toBeTruthy();
    await user.type(screen.getByRole("textbox", { name: "Points this post can carry" }), "6");
    const [agreedDay] = screen.getAllByRole("textbox", { name: "Day" });
    const [agreedMonth] = screen.getAllByRole("textbox", { name: "Month" });
    const [agreedYear] = screen.getAllByRole("textbox", { name: "Year" });
    if (agreedDay) await user.type(agreedDay, "1");
    if (agreedMonth) await user.type(agreedMonth, "12");
    if (agreedYear) await user.type(agreedYear, "2026");
    await user.dblClick(screen.getByRole("button", { name: "Record what was agreed" }));
    await screen.findByText("The capacity is recorded.");
    expect(path()).toBe(`${at}?done=capacity`);
    expect(api.askedOf("workload.agreeCapacity").map(({ input }) => input)).toMatchObject([
      { postId: id(610), version: 1, points: 6, agreedOn: "2026-12-01" },
    ]);
  });

  test("whoever is not a post's line manager sees the button, shut, with why", async () => {
    const api = aSignedInApi();
    api.answers(
      "workload.person",
      aPersonsWork({
        posts: [aPost(1, { mayAgree: { may: false, why: "Gary Holt agrees it: the line manager of this post." } })],
      }),
    );
    const { accessible } = await drawAt(at);
    const button = screen.getByRole("button", { name: "Agree a capacity" });
    expect(button.getAttribute("aria-disabled")).toBe("true");
    expect(screen.getByText("Gary Holt agrees it: the line manager of this post.")).toBeTruthy();
    await accessible();
  });

  test("WIG-8.6: a manager's change stands beside the rulebook's estimate, with why", async () => {
    const api = aSignedInApi();
    const work = aPersonsWork();
    const [held] = work.cases;
    api.answers("workload.person", {
      ...work,
      cases: held
        ? [
            {
              ...held,
              weight: aFigure(8),
              adjustment: { points: 2, reason: "Nights.", by: person(1, "Helen Mold"), at: "2026-11-20T09:00:00.000Z" },
            },
          ]
        : [],
    });
    api.answers("workload.adjust", work);
    const { user } = await drawAt(`${at}/plans/${id(400)}/weight`);
    expect(screen.getByText(/The rulebook's estimate is 6 points/)).toBeTruthy();
    await user.type(screen.getByRole("textbox", { name: "Points to add to the estimate" }), "1.1");
    await user.click(screen.getByRole("button", { name: "Record the change" }));
    expect((await screen.findAllByText("Enter points in quarters, like 4, 4.25 or 4.5")).length).toBeGreaterThan(0);
    await user.clear(screen.getByRole("textbox", { name: "Points to add to the estimate" }));
    await user.type(screen.getByRole("textbox", { name: "Points to add to the estimate" }), "-1.5");
    await user.type(screen.getByRole("textbox", { name: "Why is it changed?" }), "The school took it over.");
    await user.click(screen.getByRole("button", { name: "Record the change" }));
    await screen.findByText("The weight is recorded.");
    expect(api.askedOf("workload.adjust").map(({ input }) => input)).toMatchObject([
      { planId: id(400), practitionerId: id(10), points: -1.5, reason: "The school took it over." },
    ]);
  });

  test("a post that is not there reads as not found", async () => {
    const api = aSignedInApi();
    api.answers("workload.person", aPersonsWork());
    await drawAt(`${at}/posts/${id(699)}/capacity`);
    expect(screen.getByRole("heading", { level: 1, name: "Page not found" })).toBeTruthy();
  });
});
