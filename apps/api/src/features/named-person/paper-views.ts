import { codesOf, packStates } from "@linchpin/domain";
import { z } from "zod";
import { PersonView } from "../../views.ts";
import { SafeContactView } from "../restriction/views.ts";
import { NoNamedPerson } from "./views.ts";

const Line = z.object({ key: z.string(), value: z.string() });
const PageOfPaperView = z.object({
  title: z.string(),
  sentences: z.array(z.string()),
  reach: z.array(z.object({ whom: z.string(), lines: z.array(Line) })),
});

/** What a family is given: a page for parents and carers and one for the child, in words for each. */
export const FamilyPaper = z.object({
  childId: z.string(),
  /** As the child is called. */
  child: z.string(),
  to: z.object({
    carers: z.array(z.string()),
    address: z
      .object({ line1: z.string().nullable(), town: z.string().nullable(), postcode: z.string().nullable() })
      .nullable(),
    place: z.object({ name: z.string(), address: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  }),
  /** Where it goes while it is kept private where the child is; then it names no school, number or place. */
  safeContact: SafeContactView.nullable(),
  /** Adults who must not be brought near the child: no copy goes to them. Said on the screen, never on the paper. */
  noCopyTo: z.array(z.object({ name: z.string(), owner: PersonView })),
  /** Parents and carers who take part in nothing: no copy goes to them either. Said on the screen, never on the paper. */
  leftOut: z.array(z.string()),
  /** None where nobody on record may have one. */
  forCarers: PageOfPaperView.nullable(),
  /** None for a child who is not born yet. */
  forChild: PageOfPaperView.extend({ initials: z.string(), who: z.string() }).nullable(),
  /** What is not recorded that the paper would say: said on the screen, never on the paper. */
  lacks: z.array(z.enum(["ways", "child-ways", "holidays"])),
});

/** One child's paper; `because` where there is nobody to name. */
export const FamilyPaperView = z.discriminatedUnion("known", [
  NoNamedPerson,
  z.object({ known: z.literal(true), paper: FamilyPaper }),
]);

const Done = z.object({ on: z.string(), by: z.string() }).nullable();
/** How one family's pack stands. */
export const FamilyPack = z.object({
  childId: z.string(),
  name: z.string(),
  group: z.string().nullable(),
  yearGroup: z.string().nullable(),
  /** The first day on this roll, while it is to come. */
  startsOn: z.string().nullable(),
  /** Null where nobody is named for that day: no pack is printed. */
  namedPerson: z.string().nullable(),
  state: z.object({ code: z.enum(codesOf(packStates)), label: z.string() }),
  /** What an incomplete pack lacks. */
  missing: z.string().nullable(),
  isLate: z.boolean(),
  isThroughSafeContact: z.boolean(),
  printed: Done,
  given: Done,
});

export const PacksView = z.discriminatedUnion("known", [
  NoNamedPerson,
  z.object({
    known: z.literal(true),
    /** Children of those asked for who have nobody named: first, and printed for none of them. */
    without: z.array(FamilyPack),
    /** Packs still to be given, those that are late first. */
    open: z.array(FamilyPack),
    given: z.array(FamilyPack),
    /** True where there are more than are shown at once: narrow the list. */
    hasMore: z.boolean(),
  }),
]);

export const GivenView = z.object({ children: z.number(), parts: z.number() });

const Ways = z.object({
  phone: z.string().nullable(),
  hours: z.string().nullable(),
  writeTo: z.string().nullable(),
  childPhone: z.string().nullable(),
  childHours: z.string().nullable(),
  childWriteTo: z.string().nullable(),
});
/** How families reach somebody, or a school or clinic. */
const WaysOf = z.object({ version: z.int().nullable(), ways: Ways, recordedBy: z.string().nullable() });
export const WaysView = z.object({
  own: WaysOf,
  /** The schools or clinics whose roll the reader's post keeps or heads. */
  places: z.array(z.object({ establishmentId: z.string(), name: z.string() }).extend(WaysOf.shape)),
});
export const HolidayContactsView = z.object({
  /** Education services whose contact the reader may set. */
  services: z.array(
    z.object({
      agencyId: z.string(),
      agency: z.string(),
      version: z.int().nullable(),
      name: z.string().nullable(),
      phone: z.string().nullable(),
      hours: z.string().nullable(),
      writeTo: z.string().nullable(),
      recordedBy: z.string().nullable(),
    }),
  ),
});
export const KeptWaysView = z.object({ version: z.int() });
