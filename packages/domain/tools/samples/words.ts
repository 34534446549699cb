/** Plainly invented names, places and numbers: none of them is anybody's. */
export type Words = readonly [string, ...string[]];

export const givenNames: Words = [
  ...(["Ada", "Bel", "Cleo", "Dara", "Edie", "Faye", "Gwen", "Hana", "Isla", "Juno", "Kira", "Lena"] as const),
  ...["Mina", "Nora", "Opal", "Pia", "Rosa", "Suri", "Tess", "Una", "Vera", "Wren", "Yara", "Zora"],
  ...["Abel", "Bram", "Cole", "Dov", "Eben", "Finn", "Gus", "Hal", "Idris", "Jory", "Kit", "Leo"],
  ...["Milo", "Ned", "Omar", "Pax", "Rafi", "Sol", "Tam", "Umar", "Vik", "Will", "Yusuf", "Zack"],
];
/** With the letters of Windows-1252 that a list in ASCII loses. */
export const accentedNames: Words = ["Zoë", "Renée", "Noël", "Chloé", "Søren", "Bjørn", "Iñigo", "Jürgen", "Anaïs"];
export const gaelicNames: Words = [
  ...(["Mòrag", "Catrìona", "Sìne", "Màiri", "Seònaid", "Ùna", "Èibhlin", "Beathag", "Eilidh", "Oighrig"] as const),
  ...["Dòmhnall", "Pàdraig", "Ruairidh", "Aonghas", "Fionnlagh", "Lachlann", "Niall", "Cailean", "Tòmas", "Iomhar"],
];

const lands = ["Ash", "Bramble", "Clover", "Dun", "Elder", "Fern", "Gorse", "Hazel", "Ivy", "Juniper", "Larch", "Moss"];
const features = ["dale", "wick", "hay", "marsh", "croft", "ley", "stead", "combe", "holt", "mere"];
/** Made of a plant and a piece of land: "Bramblewick". */
export const familyNames = lands.flatMap((land) => features.map((feature) => `${land}${feature}`)) as unknown as Words;
/** "Son" or "daughter" of a heather, a cloud, a pool. */
export const gaelicFamilyNames: Words = [
  ...(["MacFhraoich", "MacLòin", "MacSgòtha", "MacDhuilleig", "MacÀrdain"] as const),
  ...["NicFhraoich", "NicLòin", "NicSgòtha", "NicDhuilleig", "NicÀrdain"],
];

export const streets: Words = [
  "Quarry Lane",
  "Tannery Row",
  "Lantern Street",
  "Weir Close",
  "Orchard Bank",
  "Kiln Road",
];
export const relationships: Words = [
  "Mother",
  "Father",
  "Mum",
  "Dad",
  "Grandmother",
  "Step-father",
  "Foster carer",
  "Guardian",
];
