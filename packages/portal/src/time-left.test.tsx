import { act, cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetTimeLeft, sayTimeLeft, useTimeLeft } from "./time-left.ts";

let shown: ReturnType<typeof useTimeLeft> | undefined;
function Shows({ look }: { readonly look: () => Promise<unknown> }) {
  shown = useTimeLeft(look);
  return null;
}
const hours = 12 * 3600;
const say = (idle: number, end = hours) => act(async () => sayTimeLeft(`${idle} ${end}`));
const pass = (seconds: number) => act(async () => void (await vi.advanceTimersByTimeAsync(seconds * 1000)));
const look = vi.fn(async (): Promise<unknown> => undefined);

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  look.mockReset().mockResolvedValue(undefined);
});
afterEach(async () => {
  await act(async () => forgetTimeLeft());
  cleanup();
  vi.useRealTimers();
});

test("nobody is warned before the last two minutes, and then once the server has been asked", async () => {
  render(<Shows look={look} />);
  await say(900);
  await pass(779);
  expect([shown?.secondsLeft, look.mock.calls.length]).toEqual([undefined, 0]);
  await pass(1);
  expect([shown, look.mock.calls.length]).toEqual([{ secondsLeft: 120, canStay: true }, 1]);
  await pass(30);
  expect([shown?.secondsLeft, look.mock.calls.length]).toEqual([90, 1]);
});

test("work in another tab is found out by asking, and nobody is warned", async () => {
  look.mockImplementation(async () => sayTimeLeft(`800 ${hours - 780}`));
  render(<Shows look={look} />);
  await say(900);
  await pass(781);
  expect([shown?.secondsLeft, look.mock.calls.length]).toEqual([undefined, 1]);
});

test("staying takes the warning away, and it comes again in its time", async () => {
  render(<Shows look={look} />);
  await say(900);
  await pass(800);
  expect(shown?.secondsLeft).toBe(100);
  await say(900, hours - 800);
  expect(shown?.secondsLeft).toBeUndefined();
  await pass(780);
  expect(shown?.secondsLeft).toBe(120);
});

test("the server is asked three times at most, whatever it answers: at the start, with a minute left, at the end", async () => {
  look.mockImplementation(async () =>
    sayTimeLeft(`${Math.max(0, 900 - Date.now() / 1000)} ${hours - Date.now() / 1000}`),
  );
  render(<Shows look={look} />);
  await say(900);
  await pass(900);
  expect([shown?.secondsLeft, look.mock.calls.length]).toEqual([0, 3]);
  await pass(600);
  expect(look).toHaveBeenCalledTimes(3);
});

test("a computer that slept over the end asks at once", async () => {
  render(<Shows look={look} />);
  await say(900);
  vi.setSystemTime(3_600_000);
  await pass(780);
  expect([shown?.secondsLeft, look.mock.calls.length]).toEqual([0, 1]);
});

test("at the end of the longest a session lasts, it cannot be put off", async () => {
  render(<Shows look={look} />);
  await say(300, 300);
  await pass(200);
  expect(shown).toEqual({ secondsLeft: 100, canStay: false });
});

test("what is no answer of ours says nothing", async () => {
  render(<Shows look={look} />);
  for (const said of [null, "", "soon", "1", "-1 5", "1 2 3"]) await act(async () => sayTimeLeft(said));
  await pass(3600);
  expect([shown?.secondsLeft, look.mock.calls.length]).toEqual([undefined, 0]);
});
