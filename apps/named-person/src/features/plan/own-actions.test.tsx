import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { childId, id } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type Own = Answers["plan"]["ownActions"]["actions"][number];
const swims = (of: Partial<Own> = {}): Own => ({
  actionId: id(600),
  version: 1,
  child: "Robin A",
  what: "Swimming on Thursdays",
  dueOn: "2026-12-10",
  state: { code: "planned", label: "Planned" },
  isOpen: true,
  isLate: false,
  ...of,
});
function aLightApi(actions: Own[]) {
  const api = aSignedInApi({ role: "light", postTitle: "Youth worker" });
  api.answers("plan.ownActions", { actions });
  api.answers("plan.whoDoesWhat.own", { lines: [] });
  api.answers("plan.contribution.mine", { plans: [] });
  return api;
}

describe("a light account", () => {
  test("starts with its own actions, and has nothing else in its menu", async () => {
    const api = aLightApi([
      swims(),
      swims({ actionId: id(601), what: "Call the club", isOpen: false, state: { code: "done", label: "Done" } }),
    ]);
    const { accessible } = await drawAt("/");
    expect(screen.getByRole("heading", { level: 1, name: "Your actions" })).toBeTruthy();
    expect(screen.getAllByText("Robin A")).toHaveLength(2);
    for (const name of ["Today", "My children", "Children you know", "Plans I lead"])
      expect(screen.queryByRole("link", { name })).toBeNull();
    expect(api.askedOf("record.today")).toEqual([]);
    await accessible();
  });

  test.each(["/children", `/children/${childId}`, "/search", "/notices", "/duties", "/before", "/outside-work"])(
    "has no page at %s, and asks the api for none",
    async (path) => {
      const api = aLightApi([]);
      await drawAt(path);
      expect(screen.getByRole("heading", { level: 1 }).textContent).toMatch(/not found|no such page|cannot be found/i);
      expect(api.askedOf("people.child")).toEqual([]);
    },
  );

  test("with none it says so", async () => {
    aLightApi([]);
    await drawAt("/your-actions");
    expect(screen.getByText("Nothing is asked of you now")).toBeTruthy();
  });

  test("says that it is done, in words", async () => {
    const api = aLightApi([swims()]);
    api.answers("plan.sayOwnAction", { actions: [swims({ isOpen: false })] });
    const { user, accessible } = await drawAt("/your-actions");
    await user.click(screen.getByRole("link", { name: /Say how it stands: Swimming/ }));
    expect(await screen.findByRole("heading", { level: 1, name: "How does your action stand?" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Keep what I said" }));
    expect(await screen.findByRole("link", { name: "Choose whether it is done" })).toBeTruthy();
    await accessible();
    await user.click(screen.getByRole("radio", { name: "It is done" }));
    await user.type(screen.getByRole("textbox"), "Came four times");
    await user.click(screen.getByRole("button", { name: "Keep what I said" }));
    expect(await screen.findByText(/whoever answers for the plan is told/)).toBeTruthy();
    expect(api.askedOf("plan.sayOwnAction")[0]?.input).toMatchObject({
      stands: "done",
      words: "Came four times",
      version: 1,
    });
  });
});

describe("children you were named person for", () => {
  const times = [{ from: "2024-01-08T00:00:00.000Z", until: "2026-08-18T00:00:00.000Z" }];

  test("lead to what happened in that time", async () => {
    const api = aSignedInApi();
    api.answers("namedPerson.before", { children: [{ childId, name: "Robin Ashdown", times }] });
    api.answers("namedPerson.inMyTime", {
      childId,
      name: "Robin Ashdown",
      times,
      steps: [
        { entryId: id(1), happenedAt: "2025-03-03T10:00:00.000Z", title: "A concern was recorded", by: "Hazel Dow" },
      ],
    });
    const { user, accessible } = await drawAt("/before");
    await accessible();
    await user.click(screen.getByRole("link", { name: "Robin Ashdown" }));
    expect(await screen.findByText("A concern was recorded")).toBeTruthy();
    await accessible();
  });

  test("with none it says so", async () => {
    aSignedInApi().answers("namedPerson.before", { children: [] });
    await drawAt("/before");
    expect(screen.getByText(/for no other child/)).toBeTruthy();
  });
});

test("GIR-70: a light account says of its own line whether it is clear, and sees no other part of the list", async () => {
  const api = aLightApi([]);
  const line = {
    lineId: id(650),
    child: "Robin A",
    does: [{ what: "Swimming on Thursdays", dueOn: "2026-12-10" }],
    said: [],
    issuedOn: "2026-11-20",
    issuedBy: "Amina Yusuf",
    stands: { code: "not-yet", label: "Not yet clear" },
  };
  api.answers("plan.whoDoesWhat.own", { lines: [line] });
  api.answers("plan.whoDoesWhat.sayOwn", { lines: [] });
  const { user, accessible } = await drawAt(`/your-part/${id(650)}`);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Is your part clear?");
  expect(screen.getByText("Swimming on Thursdays")).toBeTruthy();
  await user.click(screen.getByRole("radio", { name: /question/i }));
  await accessible();
  await user.click(screen.getByRole("button", { name: "Say it" }));
  expect(api.askedOf("plan.whoDoesWhat.sayOwn")).toEqual([]);
  await user.type(screen.getByLabelText("What do you ask?"), "Who drives?");
  await user.click(screen.getByRole("button", { name: "Say it" }));
  await screen.findByRole("heading", { level: 1, name: "Your actions" });
  expect(api.askedOf("plan.whoDoesWhat.sayOwn")[0]?.input).toMatchObject({ lineId: id(650), words: "Who drives?" });
});
