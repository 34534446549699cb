import { DomainError, IdSchema } from "@linchpin/domain";
import { rulebook as editionOf } from "@linchpin/domain/rulebooks";
import { z } from "zod";
import { practitionerProcedure } from "../../trpc.ts";
import { basesOf, departuresOf, questionsOf, setAsideIn } from "./rulebook-words.ts";
import { adoptionsOf } from "./store.ts";
import { RulebookView } from "./views.ts";

/** The rulebook in force today, or the one an open process began with, clause by clause. */
export const rulebook = practitionerProcedure("rulebook.read")
  .input(z.object({ adoptionId: IdSchema.optional() }))
  .output(RulebookView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const adoptions = await adoptionsOf(records);
      const asked = adoptions.find(({ adoptionId }) => adoptionId === input.adoptionId);
      if (input.adoptionId !== undefined && (asked === undefined || asked.supersededAt !== null))
        throw new DomainError({ kind: "not-visible", what: "rulebook" });
      const { adoptionId: shown, book } = records.book(input.adoptionId);
      const { edition } = book;
      return {
        areaName: records.area.name,
        edition: { id: edition.id, version: edition.version, title: edition.title },
        basedOn: basesOf(edition).map(({ id, version, title }) => ({ id, version, title })),
        adoptedFrom: book.adoption.from,
        adoptions: adoptions.map(({ adoptionId, editionId, version, from, recordedAt, supersededAt }) => ({
          adoptionId,
          title: editionOf(editionId, version)?.title ?? editionId,
          version,
          from,
          recordedAt,
          isShown: adoptionId === shown,
          ...(supersededAt === null ? {} : { supersededAt }),
        })),
        sources: Object.entries(book.sources).map(([source, of]) => ({ source, ...of })),
        terms: { ...book.terms },
        departures: departuresOf(book, records.today),
        setsAside: setAsideIn(edition),
        questions: questionsOf(book, records.today),
      };
    }),
  );
