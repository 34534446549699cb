import { addMonths, localDate, needRoutes, seesFiguresOnly } from "@linchpin/domain";
import { z } from "zod";
import { areaWide } from "../../db/asked.ts";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import {
  type LeadsRow,
  lapsesIn,
  leadsByMonth,
  needsByQuarter,
  notDoneTwiceByQuarter,
  noticesByQuarter,
  type Span,
} from "./figures-store.ts";
import { FiguresView } from "./views.ts";
import { withoutSmallNumbers } from "./without-small-numbers.ts";

/** As many months as are shown unless somebody asks for more. */
const monthsShown = 6;

const Asked = z.object({
  /** The last month, "2026-11"; this month when left out. */
  to: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/, "Enter a month, such as 2026-11")
    .optional(),
  months: z.int().min(1, "Enter 1 month or more").max(24, "Enter 24 months or fewer").default(monthsShown),
});

/** How the area's leads are spread, how needs arose and how quickly managers were told, by month, quarter, agency and team. */
export const figures = practitionerProcedure("quality.figures.read")
  .input(Asked)
  .output(FiguresView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const leavesOutSmall = seesFiguresOnly(records.who.role);
      const asked = spanOf(records, input);
      // a quarter cut short beside the whole one would give back the months between
      const span = leavesOutSmall ? wholeQuarters(asked) : asked;
      const { leads, needs, notices, notDoneTwice, lapses } = await areaWide(records.tx, async () => ({
        leads: await leadsByMonth(records, span),
        needs: await needsByQuarter(records, span),
        notices: await noticesByQuarter(records, span),
        notDoneTwice: await notDoneTwiceByQuarter(records, span),
        lapses: await lapsesIn(records, span),
      }));
      await records.audit("read", "quality.figures.read", { detail: { ...span } });
      const whole: FiguresView = {
        smallLeftOut: false,
        from: span.from.slice(0, 7),
        to: addMonths(localDate(span.until), -1).slice(0, 7),
        leads: leads.map((row) => ({
          ...row,
          agency: row.agency ?? nowhere,
          team: row.team ?? "No team",
          share: shareOf(row.leads, inMonth(leads, row.month)),
        })),
        agencies: agenciesOf(leads),
        needs: needs.map((row) => ({
          ...row,
          agency: row.agency ?? "Nobody has led yet",
          route: row.route === null ? "Not recorded" : routeInWords(row.route),
        })),
        notices: notices.map((row) => ({ ...row, agency: row.agency ?? nowhere })),
        notDoneTwice: [...notDoneTwice],
        lapses,
      };
      return leavesOutSmall ? withoutSmallNumbers(whole) : whole;
    }),
  );

const nowhere = "No post at the time";

function spanOf({ today }: Pick<Records, "today">, { to, months }: z.infer<typeof Asked>): Span {
  const last = localDate(`${to ?? today.slice(0, 7)}-01`);
  return { from: addMonths(last, 1 - months), until: addMonths(last, 1) };
}

const monthsInQuarter = 3;

/** The same stretch from the first day of a quarter to the last of one. */
function wholeQuarters({ from, until }: Span): Span {
  const back = (Number(from.slice(5, 7)) - 1) % monthsInQuarter;
  const on = (monthsInQuarter - ((Number(until.slice(5, 7)) - 1) % monthsInQuarter)) % monthsInQuarter;
  return { from: addMonths(localDate(from), -back), until: addMonths(localDate(until), on) };
}

const routeInWords = (code: string): string =>
  code in needRoutes ? needRoutes[code as keyof typeof needRoutes].label : code;

const inMonth = (rows: readonly LeadsRow[], month: string): number =>
  rows.reduce((sum, row) => (row.month === month ? sum + row.leads : sum), 0);

const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part * 100) / whole));

function agenciesOf(rows: readonly LeadsRow[]) {
  const all = new Map<string, { month: string; agency: string; leads: number }>();
  for (const { month, agency, leads } of rows) {
    const key = `${month} ${agency ?? nowhere}`;
    const known = all.get(key);
    if (known) known.leads += leads;
    else all.set(key, { month, agency: agency ?? nowhere, leads });
  }
  return [...all.values()]
    .map((row) => ({ ...row, share: shareOf(row.leads, inMonth(rows, row.month)) }))
    .sort((a, b) => b.month.localeCompare(a.month) || b.leads - a.leads || a.agency.localeCompare(b.agency, "en-GB"));
}
