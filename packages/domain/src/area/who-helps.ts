import type { AgencyKind } from "../vocabulary/agencies.ts";

/** What each kind of service does, as a family would be told. */
const whatTheyDo: Readonly<Record<AgencyKind, string>> = {
  health: "Midwives, health visitors, nurses and doctors look after the health of children and families.",
  education: "Nurseries, schools and colleges teach, and look out for how each child is getting on.",
  "social-work": "Social workers help families in hard times, and keep children safe.",
  "youth-justice": "Workers who help young people who have been in trouble, and the people around them.",
  police: "The police keep people safe. In an emergency ring 999.",
  housing: "Housing officers help with a home: finding one, keeping it, and repairs.",
  reporter: "The Reporter decides whether a child needs a children's hearing.",
  voluntary: "Charities and local groups help with play, advice and somebody to talk to.",
  "adult-services": "Services for grown-ups in the family who are ill, disabled or need support.",
  "personal-advice": "Advisers who help young people with learning, training and work.",
  other: "Another service that works with children and families.",
};

export type WhoHelpsFacts = {
  readonly area: string;
  /** False where the area's documents know no named person. */
  readonly hasNamedPerson: boolean;
  readonly hasCoordinator: boolean;
  readonly hasReviewOfficer: boolean;
  /** The area's own words. */
  readonly terms: { readonly namedPerson: string; readonly leadProfessional: string };
  readonly services: readonly { readonly name: string; readonly kind: AgencyKind }[];
};

type Told = { readonly who: string; readonly does: string };
export type WhoHelps = {
  readonly people: readonly Told[];
  readonly services: readonly (Told & { readonly names: readonly string[] })[];
  readonly together: readonly string[];
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Who does what in an area and how they work together, in plain words for families (HIG-162). */
export function whoHelps(facts: WhoHelpsFacts): WhoHelps {
  const { namedPerson, leadProfessional } = facts.terms;
  return {
    people: [
      ...(facts.hasNamedPerson
        ? [
            {
              who: `The ${namedPerson}`,
              does: "Every child has one: the midwife at first, then the health visitor, and from the start of primary school somebody at school. It is the first person to turn to with any worry. Most children never need more.",
            },
          ]
        : []),
      {
        who: `The ${leadProfessional}`,
        does: `When several services help one child, one person is the ${leadProfessional}. They keep one plan with you, speak to the others for you, and see that what was agreed is done.`,
      },
      ...(facts.hasReviewOfficer
        ? [
            {
              who: "The review officer",
              does: "Looks at whether plans are good and are followed, and chairs some meetings.",
            },
          ]
        : []),
      ...(facts.hasCoordinator
        ? [
            {
              who: "The co-ordinator",
              does: `Sees to it that services in ${facts.area} work together. If you do not know whom to ask, ask the co-ordinator's office.`,
            },
          ]
        : []),
    ],
    services: kindOrder.flatMap((kind) => {
      const names = facts.services.filter((one) => one.kind === kind).map(({ name }) => name);
      return names.length === 0 ? [] : [{ who: labelOf[kind], does: whatTheyDo[kind], names: names.sort() }];
    }),
    together: [
      "Services that help the same child work to one plan, made with you and your child, so that you need not tell everything again and again.",
      "Your child's views and yours are asked for and written down before something is decided.",
      "You are told when something about your child is passed on to another service, unless telling you could put somebody in danger. Who passed it on, and why, is written down.",
      "You can ask who has looked at your child's record, and why. It is one page, and you are given it.",
      `If something goes wrong, or you do not agree, say so to ${facts.hasNamedPerson ? `the ${namedPerson} or ` : ""}the ${leadProfessional}${facts.hasCoordinator ? ", or ask the co-ordinator's office" : ""}.`,
      "If a child is in danger now, ring 999.",
    ].map(capital),
  };
}

const labelOf: Readonly<Record<AgencyKind, string>> = {
  health: "Health",
  education: "Nurseries and schools",
  "social-work": "Social work",
  "youth-justice": "Help for young people in trouble",
  police: "Police",
  housing: "Housing",
  reporter: "Children's Reporter",
  voluntary: "Charities and local groups",
  "adult-services": "Help for grown-ups",
  "personal-advice": "Personal advisers",
  other: "Other services",
};
const kindOrder = Object.keys(labelOf) as AgencyKind[];
