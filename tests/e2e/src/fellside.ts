import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Cast } from "./walk.ts";

const domain = pathToFileURL(join(import.meta.dirname, "../../../packages/domain/src")).href;

/** An invented procedure with an order of its own: the family first, then the person, then two managers side by side. */
const rulebook = `import { localDate } from "${domain}/kernel/local-date.ts";
import { thePractitioner } from "${domain}/kernel/subject.ts";
import { acceptance, familyAgreement, inThisOrder, lineManager } from "${domain}/lead-professional/agreement.ts";
import { england } from "${domain}/rulebooks/england/england.ts";
import { chapter, edition } from "${domain}/rulebooks/questions.ts";

const from = localDate("2026-01-05");
const rule = (id: string, at: string) => ({ id: \`fellside.\${id}\`, clause: { source: "FS-1", at }, from });
const ownOrder = "FS-1 has steps and an order of its own.";

/** A clause that no maker was made for: the service's manager has a word beside the line manager. */
const servicesManager: ReturnType<typeof acceptance> = {
  ...rule("services-manager", "4"),
  title: "The service's manager agrees",
  force: "must",
  apply: ({ isByLaw, proposed }) =>
    isByLaw
      ? undefined
      : {
          stage: "fellside-services-manager",
          kind: "agreement",
          order: 1,
          whose: "senior-manager",
          enteredBy: ["senior-manager"],
          decides: true,
          mayBeLeftOut: false,
          permits: "lead-professional.appoint",
          about: thePractitioner(proposed.id),
          because: "The manager of the whole service agrees that it can spare the time.",
        },
};

const agreement = chapter({
  parameters: {},
  rules: {
    "lead-professional.agreement": () =>
      inThisOrder(
        familyAgreement(rule("family", "2")),
        acceptance(rule("acceptance", "3"), { isLast: false }),
        [lineManager(rule("line-manager", "4"), { workingDays: 2, isLast: true }), servicesManager],
      ),
  },
});

export default edition({
  id: "fellside",
  version: 1,
  title: "Fellside: one contact for a family",
  nation: "england-and-wales",
  basedOn: england,
  from,
  sources: { "FS-1": { title: "One contact for a family, FS-1", issued: from, status: "local procedure" } },
  chapters: [agreement],
  setsAside: {
    "england.agreement-views-of-child": ownOrder,
    "england.agreement-views-of-family": ownOrder,
    "england.agreement-group-discussion": ownOrder,
    "england.agreement-acceptance": ownOrder,
    "england.agreement-line-manager": ownOrder,
    "england.agreement-family": ownOrder,
  },
});
`;

const staff = `NAME,KIND,TITLE,ROLE,AGENCY,AGENCY_KIND,ESTABLISHMENT,ESTABLISHMENT_KIND,MANAGES,TEAM,MANAGER,HINT
Alma Cray,other,Director of schools,service-manager,Fellside Council,education,,,,,,Try the area out.
Ada Fell,head-teacher,Head teacher,head,Fellside Council,education,Fellside Primary School,primary,,,Alma Cray,Try the area out.
Tom Reed,school-support-staff,School office,record-keeper,Fellside Council,education,Fellside Primary School,primary,,,Ada Fell,Try the area out.
Nell Hart,family-worker,Family worker,practitioner,Fellside Family Help,voluntary,,,,Help team,Joan Beck,Try the area out.
Joan Beck,family-support-worker,Team manager,team-manager,Fellside Family Help,voluntary,,,Help team,,Ivor Lund,Try the area out.
Ivor Lund,other,Service manager,service-manager,Fellside Family Help,voluntary,,,,,,Try the area out.
`;

const classList = `First name,Surname,Date of birth,Year,Class,NHS number,Mother
Isla,O'Rourke,03/02/2018,Year 4,Kestrel,,Maeve O'Rourke
Tobias,Fenwick,21/11/2017,Year 4,Kestrel,,Hanna Fenwick
Seonaidh,MacLeòid,09/06/2018,Year 4,Kestrel,,Mòrag MacLeòid
`;

/** Who walks the journey there. */
export const cast: Cast & { readonly office: string } = {
  area: "Fellside",
  nation: "England",
  opener: "Ada Fell",
  helper: "Nell Hart",
  office: "Tom Reed",
};

/** Writes a council's own folder: its rulebook, its staff, a class list. Gives where each is. */
export function writeFellside(folder: string) {
  const files = {
    rulebook: join(folder, "fellside.ts"),
    staff: join(folder, "staff.csv"),
    classList: join(folder, "Kestrel class.csv"),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(files.rulebook, rulebook);
  writeFileSync(files.staff, staff);
  writeFileSync(files.classList, classList);
  return files;
}
