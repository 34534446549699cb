import { MarkNoticesRead } from "@linchpin/domain";
import { z } from "zod";
import { CursorSchema, pageOf, placeOf } from "../../paging.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { childAsSeen } from "./child-as-seen.ts";
import { markRead, noticesOf } from "./desk-store.ts";
import { linkOf } from "./opened.ts";
import { NoticesMarkedView, NoticesView } from "./views.ts";

/** What the product told this person, newest first. */
export const notices = practitionerProcedure("notice.read")
  .input(z.object({ unreadOnly: z.boolean().default(false), cursor: CursorSchema.optional() }))
  .output(NoticesView)
  .query(({ ctx, input: { unreadOnly, cursor } }) =>
    ctx.read(async (records) => {
      const after = cursor === undefined ? undefined : placeOf(cursor);
      const rows = await noticesOf(records, { unreadOnly, after });
      const { page, ...more } = pageOf(rows, ({ at, noticeId }) => ({ at, id: noticeId }));
      return {
        ...more,
        notices: page.map((row) => {
          const link = linkOf(records, row);
          return {
            noticeId: row.noticeId,
            words: row.words,
            at: row.at,
            isRead: row.readAt !== null,
            ...childAsSeen(records, "notice", row.childId, row.childName),
            ...(link === undefined ? {} : { link }),
          };
        }),
      };
    }),
  );

/** Marks notices as read; marking one again changes nothing. */
export const markNoticesRead = practitionerProcedure("notice.mark")
  .input(MarkNoticesRead)
  .output(NoticesMarkedView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => ({ marked: await markRead(records, input.noticeIds) })),
  );
