import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, childId, id, may, mayNot } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type Route = Answers["concern"]["referrals"]["route"];
type OfChild = Answers["concern"]["referrals"]["ofChild"];
const link = { name: "A child at risk of harm" };
const noRoute: Route = { area: "Strathorran", route: null, keep: mayNot("Your post cannot say whom people ask.") };
const route: Route = {
  ...noRoute,
  route: {
    team: "Children's services duty team",
    phone: "01632 960500",
    hours: "Monday to Friday, 09:00 to 17:00",
    afterHoursTeam: "Out of hours social work",
    afterHoursPhone: "01632 960501",
    version: 1,
    recordedBy: "M. Grant",
    recordedAt: "2026-11-20T09:00:00.000Z",
  },
};
const referralId = id(970);
const ofChild = (more: Partial<OfChild> = {}): OfChild => ({
  childId,
  childName: "Isla Fraser",
  referrals: [],
  record: may,
  opens: true,
  ...more,
});
const made: OfChild["referrals"][number] = {
  referralId,
  madeOn: "2026-11-23",
  madeAt: "16:40",
  madeBy: "Euan Sinclair",
  toWhom: "Jo Bain, duty social worker",
  way: { code: "phone", label: "By telephone" },
  isAboutStaff: false,
  words: [
    {
      wordId: id(971),
      kind: { code: "said-back", label: "What was said back" },
      on: "2026-11-23",
      by: "Jo Bain",
      words: "A visit tomorrow.",
      recordedBy: "Euan Sinclair",
    },
  ],
};

function anApi(answers: { readonly route?: Route; readonly ofChild?: OfChild; readonly role?: "light" } = {}) {
  const api = aSignedInApi(answers.role ? { role: answers.role } : {});
  api.answers("people.child", aChild());
  api.answers("concern.referrals.route", answers.route ?? route);
  api.answers("concern.referrals.ofChild", answers.ofChild ?? ofChild());
  return api;
}

describe("WIG-4b: the way to safeguarding is one step away", () => {
  test("from a child's page it is about that child; it says whom to ask, in and out of hours", async () => {
    anApi({ ofChild: ofChild({ referrals: [made] }) });
    const { user, accessible } = await drawAt(`/children/${childId}`);
    await user.click(screen.getByRole("link", link));
    await screen.findByRole("heading", { level: 1, ...link });
    expect(screen.getByText(/Ring 999/)).toBeTruthy();
    expect(screen.getByRole("link", { name: "01632 960500" }).getAttribute("href")).toBe("tel:01632960500");
    expect(screen.getByRole("link", { name: "01632 960501" })).toBeTruthy();
    for (const said of ["Jo Bain, duty social worker", /A visit tomorrow/, "Still to be written down"])
      expect(screen.getByText(said)).toBeTruthy();
    await accessible();
  });

  test("a light account reaches it, and is offered no record of a child", async () => {
    anApi({ role: "light" });
    const { accessible } = await drawAt("/safeguarding");
    expect(screen.getByText("Children's services duty team")).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Find the child" })).toBeNull();
    await accessible();
  });

  test("where nobody has written it down it says what to do all the same", async () => {
    anApi({ route: { ...noRoute, keep: may } });
    await drawAt("/safeguarding");
    expect(screen.getByText(/Nobody has written down yet whom to ask in Strathorran/)).toBeTruthy();
    expect(screen.getByRole("link", { name: "Write down whom to ask" })).toBeTruthy();
  });
});

describe("WIG-4b: writing a referral down", () => {
  test("asks when, to whom and how; what it was for may come later", async () => {
    const api = anApi();
    api.answers("concern.referrals.record", { referralId });
    const { user, accessible } = await drawAt(`/safeguarding/${childId}`);
    expect(screen.getByText("No referral that you may know of is written down")).toBeTruthy();
    await user.click(screen.getByRole("link", { name: "Write down a referral" }));
    await screen.findByRole("heading", { level: 1, name: "Write down a referral" });
    await user.click(screen.getByRole("button", { name: "Write it down" }));
    expect(within(screen.getByRole("alert")).getByRole("link", { name: "Enter who took the referral" })).toBeTruthy();
    await user.type(screen.getByLabelText("Day"), "23");
    await user.type(screen.getByLabelText("Month"), "11");
    await user.type(screen.getByLabelText("Year"), "2026");
    await user.type(screen.getByLabelText("Who took it?"), "Jo Bain");
    await user.click(screen.getByLabelText("By telephone"));
    await accessible();
    await user.click(screen.getByRole("button", { name: "Write it down" }));
    await screen.findByRole("heading", { level: 1, ...link });
    expect(api.askedOf("concern.referrals.record")[0]?.input).toMatchObject({
      childId,
      madeOn: "2026-11-23",
      toWhom: "Jo Bain",
      way: "phone",
      isAboutStaff: false,
    });
  });

  test("what was said back is added to it", async () => {
    const api = anApi({ ofChild: ofChild({ referrals: [made] }) });
    api.answers("concern.referrals.add", { referralId });
    const { user, accessible } = await drawAt(`/safeguarding/${childId}/${referralId}`);
    await user.type(screen.getByLabelText("Day"), "23");
    await user.type(screen.getByLabelText("Month"), "11");
    await user.type(screen.getByLabelText("Year"), "2026");
    await user.type(screen.getByLabelText("What was said?"), "No further action");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Add it" }));
    await screen.findByRole("heading", { level: 1, ...link });
    expect(api.askedOf("concern.referrals.add")[0]?.input).toMatchObject({ referralId, kind: "said-back" });
  });

  test("whoever opened the record in an emergency reads whom to ask, and is told why they write nothing down", async () => {
    const why = "Your part in this child's care does not let you record a safeguarding referral.";
    anApi({ ofChild: ofChild({ record: mayNot(why) }) });
    await drawAt(`/safeguarding/${childId}`);
    expect(screen.getByText("Children's services duty team")).toBeTruthy();
    expect(screen.getByText(why)).toBeTruthy();
  });
});

describe("WIG-4b: whom to ask, in the area's own words", () => {
  test("is written by whoever may", async () => {
    const api = anApi({ route: { ...noRoute, keep: may } });
    api.answers("concern.referrals.keep", { version: 1 });
    const { user, accessible } = await drawAt("/safeguarding/whom-to-ask");
    await user.type(screen.getByLabelText("Who is asked in office hours"), "Duty team");
    await user.type(screen.getByLabelText("Telephone in office hours"), "01632 960500");
    await user.type(screen.getByLabelText("Telephone out of hours"), "01632 960501");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Keep it" }));
    await screen.findByRole("heading", { level: 1, ...link });
    expect(api.askedOf("concern.referrals.keep")[0]?.input).toMatchObject({
      team: "Duty team",
      phone: "01632 960500",
      afterHoursPhone: "01632 960501",
    });
  });
});
