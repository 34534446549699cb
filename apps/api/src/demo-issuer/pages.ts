import { Html, html, page } from "../sign-in/look/page.ts";

/** An invented person that a visitor may sign in as. */
export type DemoPerson = {
  readonly subject: string;
  readonly name: string;
  readonly area: string;
  readonly title: string;
  readonly agency: string;
  /** One line of what can be tried as this person. */
  readonly hint: string;
};

export function choosePersonPage(people: readonly DemoPerson[], action: string): string {
  if (people.length === 0) {
    return page(
      { title: "There is nobody to sign in as yet", demonstration: true },
      html`<p>The demonstration's areas have not been set up, or nobody in them holds a post today.</p>`,
    );
  }
  const areas = grouped(people, (person) => person.area);
  return page(
    { title: "Who do you want to be?", demonstration: true },
    html`<p>Choose a person to see Linchpin as they see it. No password is asked here.</p>
<form method="post" action="${action}">${[...areas].map(
      ([area, theirs], at) => html`<section aria-labelledby="area-${at}"><h2 id="area-${at}">${area}</h2>
<ul class="plain-list">${oncePerPerson(theirs).map(
        ({ subject, name, posts, hint }) => html`<li><button class="choice" name="subject" value="${subject}">
<strong>${name}</strong><span>${posts}</span><span class="quiet">${hint}</span></button></li>`,
      )}</ul></section>`,
    )}</form>`,
  );
}

/** Somebody with two posts is on the list once, with both. */
const oncePerPerson = (people: readonly DemoPerson[]) =>
  [...grouped(people, (person) => person.subject).values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, posts: [first, ...more].map(({ title, agency }) => `${title}, ${agency}`).join("; ") }] : [],
  );

function grouped(people: readonly DemoPerson[], by: (person: DemoPerson) => string): ReadonlyMap<string, DemoPerson[]> {
  const groups = new Map<string, DemoPerson[]>();
  for (const person of people) groups.set(by(person), [...(groups.get(by(person)) ?? []), person]);
  return groups;
}

/** `form` is the issuer's own: it carries what it wants back. The button belongs to it by name. */
export const signOutOfDemoPage = (form: string): string =>
  page(
    { title: "Signing out of the demonstration", demonstration: true, script: "/look/send.js" },
    new Html(form),
    html`<p><button class="button" form="op.logoutForm" name="logout" value="yes">Go on</button></p>`,
  );

export const demoSignedOutPage = (): string =>
  page(
    { title: "You have signed out of the demonstration", demonstration: true },
    html`<p>You can close this page.</p>`,
  );

export const demoFailedPage = (home: string): string =>
  page(
    { title: "The demonstration cannot go on from here", demonstration: true },
    html`<p>Something did not fit, or Linchpin was started anew meanwhile.</p><p><a class="button" href="${home}">Start again</a></p>`,
  );

export const onlyDemonstrationsPage = (): string =>
  page(
    { title: "The demonstration's sign-in is closed" },
    html`<p>An area of this database is not a demonstration. People who hold real posts sign in with their employer's service.</p>`,
  );
