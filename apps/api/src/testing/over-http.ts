import { and, eq } from "drizzle-orm";
import { callsOn } from "../calls.ts";
import { practitioner } from "../db/schema/practitioner.ts";
import { demonstrationIssuer } from "../demo-issuer/demo-issuer.ts";
import type { TestArea, TestPerson } from "./area.ts";
import type { Browser } from "./browser.ts";
import { testDatabase } from "./database.ts";
import { openHouse, signIn } from "./sign-in.ts";

/** A house with every call behind it, an hour on, so that nobody signs in before the day's first rows were written. */
export async function aHouseWithCalls(options: Parameters<typeof testDatabase>[0] = {}) {
  const database = await testDatabase(options);
  const house = await openHouse({ over: database, trpc: callsOn(database) });
  house.forward(61);
  const close = async () => {
    await house.close();
    await database.close();
  };
  /** Signs a person of an area in, and gives their browser. */
  const browserOf = async (area: TestArea, who: TestPerson): Promise<Browser> => {
    const subject = who.practitionerId;
    await area.write((tx) =>
      tx
        .update(practitioner)
        .set({ issuer: demonstrationIssuer, subject, hint: "Try it." })
        .where(and(eq(practitioner.areaId, area.areaId), eq(practitioner.practitionerId, who.practitionerId))),
    );
    return (await signIn(house, subject)).browser;
  };
  /** The same, and gives what they ask from it. */
  const signedIn = async (area: TestArea, who: TestPerson): Promise<Call> =>
    callFrom(await browserOf(area, who), house.origin);
  return { database, origin: house.origin, browserOf, signedIn, close };
}

export type Answer = { readonly status: number; readonly said: unknown };
export type Call = (path: string, body: unknown) => Promise<Answer>;

/** What is asked of the api from a browser. */
export const callFrom =
  (browser: Browser, origin: string): Call =>
  async (path, body) => {
    const headers = { "content-type": "application/json", origin };
    const sent = { method: "POST" as const, headers, body: JSON.stringify(body) };
    const answer = await browser.ask(`${origin}/api/trpc/${path}`, sent);
    return { status: answer.status, said: (await answer.json()) as unknown };
  };

/** What a call that went well gave back. */
export function dataOf<T>({ status, said }: Answer): T {
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(said)}`);
  return (said as { readonly result: { readonly data: T } }).result.data;
}

/** What a call was refused with, as a browser is told. */
export const refusedWith = ({ said }: Answer): unknown =>
  (said as { readonly error?: { readonly data: { readonly refusal?: unknown } } }).error?.data.refusal;
