import { useHref } from "@linchpin/portal";
import { EmptyState, Page, Section, WorkList } from "@linchpin/ui";
import { type AreaPage, areaPagesFor } from "../../routes/menu.ts";
import { useWho } from "../../terms.ts";

/** What is looked up and looked after for the whole area: each page this post may open, with what it is for. */
export function TheAreaPage() {
  const who = useWho();
  const pages = areaPagesFor(who, useHref());
  const sections = groups
    .map(({ title, holds }) => ({ title, pages: pages.filter(({ page }) => holds.includes(page)) }))
    .filter((section) => section.pages.length > 0);
  return (
    <Page title="The area" caption={who.areaName}>
      {sections.map((section) => (
        <Section key={section.title} title={section.title}>
          <WorkList
            label={section.title}
            items={section.pages.map(({ page, href, text }) => ({ id: page, title: text, href, about: isFor[page] }))}
          />
        </Section>
      ))}
      {sections.length === 0 && <EmptyState title="No page of the area is open to your post" />}
    </Page>
  );
}

const groups: readonly { readonly title: string; readonly holds: readonly AreaPage[] }[] = [
  { title: "People and meetings", holds: ["group", "senior", "late"] },
  { title: "Who may see what", holds: ["parts", "reviews", "sealing"] },
  { title: "What agencies share", holds: ["agreements", "stages", "index"] },
  { title: "Figures and rules", holds: ["figures", "departures", "rulebook"] },
];

const isFor: Readonly<Record<AreaPage, string>> = {
  group: "Its meetings and agenda, who sits on it, and what it decided about disagreements.",
  senior: "Whom each organisation's chief officer named, from when and until when.",
  late: "How many sessions of each agency are late. No names.",
  parts: "Plans that somebody gave you a part in, until a day.",
  reviews: "Go through what each of the people you manage can see, and ask for an end where there is no need.",
  sealing: "Records to be sealed after an adoption order: one person asks, another decides.",
  agreements: "Which agencies signed how information is shared, and which signed up to working together.",
  stages: "Which parts of the shared record each agency shares already, and since when.",
  index: "What an index outside Linchpin does not show yet of who leads, the overdue first. No child is named.",
  figures: "Numbers of the last months, without any child's name.",
  departures: "Where the area departs from a rule of its rulebook: asked for, approved, refused, ended.",
  rulebook: "The rules of the area, clause by clause, with what the area set itself.",
};
