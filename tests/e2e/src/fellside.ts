import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { fillToday, onPage, patience, pressAndLeave } from "./pages.ts";
import { signInAs } from "./person.ts";
import { type Product, startProduct } from "./product.ts";
import { upload } from "./roll.ts";
import type { Cast } from "./walk.ts";

const domain = pathToFileURL(join(import.meta.dirname, "../../../packages/domain/src")).href;

/** The family first, then the person, then two managers side by side: an order that no rulebook of ours has. */
export const ownOrder = "family, person, [line, service]";

/** An invented procedure whose steps go in the order that is given. */
const rulebookWith = (order: string): string => `import { localDate } from "${domain}/kernel/local-date.ts";
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

const family = familyAgreement(rule("family", "2"));
const person = acceptance(rule("acceptance", "3"), { isLast: true });
const line = lineManager(rule("line-manager", "4"), { workingDays: 2, isLast: true });
const service = servicesManager;

const agreement = chapter({
  parameters: {},
  rules: { "lead-professional.agreement": () => inThisOrder(${order}) },
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
Amara,Okafor,30/01/2018,Year 4,Kestrel,,Ngozi Okafor
Jack,Thwaite,14/12/2017,Year 4,Kestrel,,Ruth Thwaite
`;

/** Who walks the journey there. */
export const cast: Cast & { readonly office: string } = {
  area: "Fellside",
  nation: "England",
  opener: "Ada Fell",
  helper: "Nell Hart",
  office: "Tom Reed",
};

/** Opens the area and adds its people, as its operator would before the start. */
const commandsFor = (staffList: string) =>
  [
    [
      "area:open",
      "--name",
      cast.area,
      "--rulebook",
      "fellside",
      "--nation",
      "england-and-wales",
      "--from",
      "2026-01-05",
      "--demonstration",
    ],
    ["staff:add", "--area", cast.area, "--file", staffList],
  ] as const;

/** Starts the product with that area in it. Its folder goes with it. */
export async function startFellside(
  seededDir: string,
  order = ownOrder,
): Promise<Product & { readonly classList: string }> {
  const folder = mkdtempSync(join(tmpdir(), "linchpin-e2e-fellside-"));
  const files = writeFellside(folder, order);
  const commands = commandsFor(files.staff);
  const product = await startProduct(seededDir, { rulebooks: [files.rulebook], commands });
  const stop = async () => {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...product, stop, classList: files.classList };
}

/** Brings the class in, through the screen, as the school's office. */
export async function rollIn(browser: Browser, product: Product, classList: string): Promise<void> {
  const { page, close } = await signInAs(browser, product, cast.office, { to: "/named-person/roll" });
  await upload(page, product, classList);
  await page.getByRole("link", { name: "Go on to import" }).click();
  await onPage(page, "Import this list");
  await fillToday(page, "First day on the roll of the children who are new");
  await page
    .getByRole("group", { name: /full-time/ })
    .getByLabel("Yes")
    .check();
  await pressAndLeave(page, "Import the list");
  await page.getByText("5 children added").waitFor({ timeout: patience });
  await close();
}

/** Writes a council's own folder: its rulebook, its staff, a class list. Gives where each is. */
function writeFellside(folder: string, order = ownOrder) {
  const files = {
    rulebook: join(folder, "fellside.ts"),
    staff: join(folder, "staff.csv"),
    classList: join(folder, "Kestrel class.csv"),
  };
  writeFileSync(files.rulebook, rulebookWith(order));
  writeFileSync(files.staff, staff);
  writeFileSync(files.classList, classList);
  return files;
}
