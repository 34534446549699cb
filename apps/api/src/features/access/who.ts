import { actsOfPost } from "@linchpin/domain";
import { portalOf } from "../../sign-in/portal.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { WhoView } from "./views.ts";

/** Who is signed in, at which post, under which rulebook. */
export const who = practitionerProcedure("session.read")
  .output(WhoView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const { book } = records.book();
      const silence = book.silence("named-person.who");
      return {
        practitionerId: ctx.who.practitionerId,
        name: ctx.who.practitionerName,
        role: ctx.who.role,
        acts: [...actsOfPost(ctx.who.role)],
        worksAt: portalOf(ctx.who.role),
        postTitle: ctx.session?.postTitle ?? "",
        areaName: records.area.name,
        isDemonstration: records.area.isDemonstration,
        terms: { ...book.terms },
        rulebook: { id: book.edition.id, title: book.edition.title, adoptedFrom: book.adoption.from },
        nation: records.area.nation,
        ...(silence === undefined ? {} : { noNamedPersonBecause: silence }),
        ...(book.silence("meeting.group-item") === undefined ? { hasManagersGroup: true } : {}),
        idleUntil: ctx.session?.idleUntil ?? "",
        until: ctx.session?.until ?? "",
      };
    }),
  );
