/** Somebody with a light account: one page, and none in the manager portal. */
export const lightAccount = "Lewis Fyfe";

/** In each area: a named person or who opens concerns there, a school's office, a health visitor, somebody of another agency, managers. */
export const areas = [
  {
    area: "Strathorran",
    people: [
      "Neil Bannerman",
      "Euan Sinclair",
      "Donella Reid",
      "Ishbel MacAskill",
      "Mairi Nicolson",
      "Tessa Boyle",
      "Ruth Abernethy",
      "Oona Flett",
      "Elspeth Rae",
      "Catriona Breck",
      "Alasdair Munro",
      "Gordon Shand",
      "Sheila Torrance",
      lightAccount,
    ],
  },
  {
    area: "Ashbeck",
    people: [
      "Claire Ormond",
      "Gail Thornley",
      "Joanne Pickup",
      "Maureen Tate",
      "Yasmin Idris",
      "Beatrix Holland",
      "Rosalind Keane",
      "Wilfred Sayle",
      "Ophelia Hartnell",
      "Marguerite Shaw",
    ],
  },
  {
    area: "Hallowdale",
    people: [
      "Terence Oldroyd",
      "Pamela Stott",
      "Kath Mullen",
      "Maisie Turnbull",
      "Leonard Sugden",
      "Winifred Cope",
      "Delphine Arkwright",
    ],
  },
] as const;

/** Those who between them see every kind of page: most of them in one area, and in the others who reads what is not alike there. */
export const oneOfEachKind: readonly string[] = [
  "Neil Bannerman",
  "Euan Sinclair",
  "Donella Reid",
  "Mairi Nicolson",
  "Ruth Abernethy",
  "Tessa Boyle",
  "Oona Flett",
  "Elspeth Rae",
  "Catriona Breck",
  "Gordon Shand",
  "Sheila Torrance",
  "Claire Ormond",
  "Beatrix Holland",
  "Rosalind Keane",
  "Ophelia Hartnell",
  "Marguerite Shaw",
  "Terence Oldroyd",
  "Maisie Turnbull",
  "Winifred Cope",
];
