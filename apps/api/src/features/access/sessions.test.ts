import { request } from "node:http";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aTestArea, type TestArea, type TestPerson } from "../../testing/area.ts";
import { aHouseWithCalls, type Call, dataOf, refusedWith } from "../../testing/over-http.ts";
import { auditOf } from "../../testing/work.ts";
import type { OwnSessionsView, StaffSessionsView } from "./session-views.ts";

let house: Awaited<ReturnType<typeof aHouseWithCalls>>;
let area: TestArea;
let helen: TestPerson;
let nurse: TestPerson;
let other: TestPerson;
let above: TestPerson;
beforeAll(async () => {
  house = await aHouseWithCalls();
  area = await aTestArea(house.database, { name: "Signshire" });
  const health = await area.addAgency("health");
  above = await area.addPractitioner({ name: "Vic Orr", agencyId: health, role: "service-manager" });
  helen = await area.addPractitioner({
    name: "Helen Mold",
    agencyId: health,
    role: "team-manager",
    lineManagerId: above.practitionerId,
  });
  nurse = await area.addPractitioner({ name: "Nia Fell", agencyId: health, lineManagerId: helen.practitionerId });
  other = await area.addPractitioner({ name: "Una Ray", agencyId: health, role: "team-manager" });
});
afterAll(() => house.close());

const mine = async (call: Call) => dataOf<OwnSessionsView>(await call("sessions.mine", {})).sessions;
const staff = async (call: Call) => dataOf<StaffSessionsView>(await call("sessions.ofStaff", {})).people;
const isIn = async (call: Call) => (await call("access.who", {})).status === 200;
const endAll = (practitionerId: string) => ({ idempotencyKey: newId(), practitionerId, reason: "lost" });

describe("somebody's own sessions", () => {
  test("are listed with the one that asks, and ended one by one or all others at once", async () => {
    const [desk, phone, tablet] = [
      await house.signedIn(area, nurse),
      await house.signedIn(area, nurse),
      await house.signedIn(area, nurse),
    ];
    const seen = await mine(desk);
    expect(seen).toHaveLength(3);
    expect(seen.filter(({ isThis }) => isThis)).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      device: expect.any(String),
      since: expect.stringMatching(/Z$/),
      lastUsed: expect.stringMatching(/Z$/),
      post: { title: expect.any(String), agencyName: "health", areaName: "Signshire" },
    });
    const ofPhone = (await mine(phone)).find(({ isThis }) => isThis)?.sessionId;
    const which = { are: "one", sessionId: ofPhone };
    const after = dataOf<OwnSessionsView>(await desk("sessions.endMine", { idempotencyKey: newId(), which }));
    expect(after.sessions).toHaveLength(2);
    expect([await isIn(desk), await isIn(phone), await isIn(tablet)]).toEqual([true, false, true]);
    await desk("sessions.endMine", { idempotencyKey: newId(), which: { are: "others" } });
    expect([await isIn(desk), await isIn(tablet)]).toEqual([true, false]);
    expect(await auditOf(area, "session.end-own", "changed")).toBe(2);
  });

  test("of somebody else are not visible, and neither is one that nobody has", async () => {
    const [nia, una] = [await house.signedIn(area, nurse), await house.signedIn(area, other)];
    const theirs = (await mine(una))[0]?.sessionId;
    const end = (sessionId: string | undefined) =>
      nia("sessions.endMine", { idempotencyKey: newId(), which: { are: "one", sessionId } });
    const [somebodys, nobodys] = [await end(theirs), await end(newId())];
    expect(somebodys.status).toBe(404);
    expect(refusedWith(somebodys)).toEqual(refusedWith(nobodys));
    expect(await isIn(una)).toBe(true);
    expect((await mine(nia)).map(({ sessionId }) => sessionId)).not.toContain(theirs);
  });

  test("say what the browser is", async () => {
    const { rows } = (await house.database.outside.execute(sql`select distinct device from session`)) as unknown as {
      rows: { device: string }[];
    };
    expect(rows.every(({ device }) => typeof device === "string" && device !== "")).toBe(true);
  });
});

describe("the sessions of staff", () => {
  test("are seen by their manager, with the person's posts and nobody else's", async () => {
    const nia = await house.signedIn(area, nurse);
    const people = await staff(await house.signedIn(area, helen));
    expect(people.map(({ name }) => name)).toEqual(["Nia Fell"]);
    expect(people[0]?.sessions.length).toBeGreaterThanOrEqual(1);
    expect(await staff(await house.signedIn(area, other))).toEqual([]);
    expect((await nia("sessions.ofStaff", {})).status).toBe(403);
  });

  test("are ended by their manager, or the manager above, and the person is told why", async () => {
    for (const who of [helen, above]) {
      const nia = await house.signedIn(area, nurse);
      const manager = await house.signedIn(area, who);
      expect((await manager("sessions.endOfStaff", endAll(nurse.practitionerId))).status).toBe(200);
      expect([await isIn(nia), await isIn(manager)]).toEqual([false, true]);
    }
    expect(await auditOf(area, "session.staff.end", "changed")).toBe(2);
    const told = await area.write((tx) =>
      tx.execute(sql`select payload->>'words' as words from outbox where payload->>'act' = 'session.staff.end'`),
    );
    expect(JSON.stringify(told)).toContain(
      "Helen Mold signed you out everywhere. Their reason: a phone or computer is lost or stolen.",
    );
  });

  test("are not ended by another manager, who cannot tell who works there; nor by the person's own hand here", async () => {
    const [nia, una, hel] = [
      await house.signedIn(area, nurse),
      await house.signedIn(area, other),
      await house.signedIn(area, helen),
    ];
    const [known, unknown] = [
      await una("sessions.endOfStaff", endAll(nurse.practitionerId)),
      await una("sessions.endOfStaff", endAll(newId())),
    ];
    expect([known.status, refusedWith(known)]).toEqual([unknown.status, refusedWith(unknown)]);
    expect(known.status).toBe(404);
    expect((await hel("sessions.endOfStaff", endAll(helen.practitionerId))).status).toBe(403);
    expect((await hel("sessions.endOfStaff", endAll(above.practitionerId))).status).toBe(404);
    expect((await nia("sessions.endOfStaff", endAll(helen.practitionerId))).status).toBe(403);
    expect([await isIn(nia), await isIn(hel)]).toEqual([true, true]);
  });
});

describe("between two requests of one session", () => {
  const change = (what: ReturnType<typeof sql>) => area.write((tx) => tx.execute(what));
  const aNurse = async () => {
    const agencyId = nurse.agencyId;
    const who = await area.addPractitioner({ name: "Lee Moss", agencyId, role: "team-manager" });
    return { who, call: await house.signedIn(area, who) };
  };

  test("a post that ended opens nothing more", async () => {
    const { who, call } = await aNurse();
    expect(await isIn(call)).toBe(true);
    await change(sql`update post set during = daterange(lower(during), '2026-11-23') where post_id = ${who.postId}`);
    const after = await call("access.who", {});
    expect([after.status, refusedWith(after)]).toEqual([401, { kind: "signed-out" }]);
  });

  test("another role may what it may, and no more what the first did", async () => {
    const { who, call } = await aNurse();
    expect((await call("workforce.register", {})).status).toBe(200);
    await change(sql`update post set role = 'practitioner' where post_id = ${who.postId}`);
    expect((await call("workforce.register", {})).status).toBe(403);
    expect(dataOf<{ role: string }>(await call("access.who", {})).role).toBe("practitioner");
  });

  test("moved to another team, the team left is nobody's to see", async () => {
    const { who, call } = await aNurse();
    const team = await area.addTeam(nurse.agencyId, "East team", who.practitionerId);
    const member = await area.addPractitioner({ name: "Ola Kerr", agencyId: nurse.agencyId, teamId: team });
    expect((await staff(call)).map(({ name }) => name)).toEqual(["Ola Kerr"]);
    await change(sql`update team set manager_id = ${other.practitionerId} where team_id = ${team}`);
    expect(await staff(call)).toEqual([]);
    expect((await call("sessions.endOfStaff", endAll(member.practitionerId))).status).toBe(404);
    const another = await area.addTeam(nurse.agencyId, "West team", who.practitionerId);
    await change(sql`update post set team_id = ${another} where post_id = ${member.postId}`);
    expect((await staff(call)).map(({ name }) => name)).toEqual(["Ola Kerr"]);
  });

  test("somebody whose post ends while they are still sending is refused", async () => {
    const { who } = await aNurse();
    const browser = await house.browserOf(area, who);
    const body = JSON.stringify({});
    const headers = {
      "content-type": "application/json",
      origin: house.origin,
      cookie: `linchpin=${browser.cookie(house.origin, "linchpin")}`,
    };
    const sent = { ...headers, "content-length": String(body.length) };
    const asked = request(`${house.origin}/api/trpc/access.who`, { method: "POST", headers: sent });
    const answer = new Promise<number | undefined>((done, failed) => {
      asked.on("response", (res) => done(res.resume().statusCode)).on("error", failed);
    });
    const postEnds = async () => {
      asked.write(body.slice(0, 1));
      await new Promise((done) => setTimeout(done, 300)); // the server has begun to read
      await change(sql`update post set during = daterange(lower(during), '2026-11-23') where post_id = ${who.postId}`);
      asked.end(body.slice(1));
    };
    const [status] = await Promise.all([answer, postEnds()]);
    expect(status).toBe(401);
  });
});

test("each answer says how long the session has: without work, and in any case", async () => {
  const browser = await house.browserOf(area, nurse);
  const left = async (headers: Record<string, string> = {}) => {
    const sent = { "content-type": "application/json", origin: house.origin, ...headers };
    const answer = await browser.ask(`${house.origin}/api/trpc/access.who`, {
      method: "POST",
      headers: sent,
      body: "{}",
    });
    return answer.headers.get("x-linchpin-time-left");
  };
  expect(await left()).toBe(`${15 * 60} ${12 * 3600}`);
});
